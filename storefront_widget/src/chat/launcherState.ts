import type { Words } from "./launcherWords";
import type { Contact } from "./panelPlace";

const DAY_MS = 86_400_000;
const HOUR_MIN = 60;

/** Whether somebody is there, in a few words under the launcher's; empty where nobody knows more than that. */
export function stateLine(tag: string, words: Words, contact: Contact, now: number): string {
  const { state, waiting, channels, opens_at } = contact;
  if (state === "busy" && waiting) return words.busy + waiting.number + words.about + span(tag, waiting.minutes);
  if (state === "online") {
    const minutes = channels.find((way) => way.reply_minutes)?.reply_minutes;
    return minutes ? words.replies + span(tag, minutes) + words.repliesEnd : "";
  }
  const opens = Date.parse(opens_at as string);
  return opens > now ? words.back + dayAndTime(tag, opens, now) : words.leave;
}

/** Minutes, or hours where there are many: "4 min". */
export function span(tag: string, minutes: number): string {
  const [many, unit] = minutes < HOUR_MIN ? [minutes, "minute"] : [Math.ceil(minutes / HOUR_MIN), "hour"];
  return new Intl.NumberFormat(tag, { style: "unit", unit }).format(many);
}

/** By the shopper's clock: "today 09:00". */
function dayAndTime(tag: string, at: number, now: number): string {
  const midnight = (instant: number) => new Date(instant).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(at) - midnight(now)) / DAY_MS);
  const day =
    days < 2
      ? new Intl.RelativeTimeFormat(tag, { numeric: "auto" }).format(days, "day")
      : new Date(at).toLocaleDateString(tag, days > 6 ? { day: "numeric", month: "long" } : { weekday: "long" });
  return `${day} ${new Date(at).toLocaleTimeString(tag, { timeStyle: "short" })}`;
}
