import { AlarmClock, AlarmClockOff, Clock } from "lucide-react";
import type { ClockFragment } from "../generated/Tickets";
import { fill } from "../words/language";
import { useMatterWords } from "../words/matters/useMatterWords";
import { useLanguage } from "../words/useLanguage";
import { clockStanding } from "./clockStanding";
import { spanText } from "./spanText";
import { useTicking } from "./useTicking";

const LOOKS = {
  NONE: { Icon: Clock, tone: "chip" },
  RUNNING: { Icon: Clock, tone: "chip" },
  STOPPED: { Icon: AlarmClockOff, tone: "chip" },
  AMBER: { Icon: AlarmClock, tone: "pill open" },
  BREACHED: { Icon: AlarmClock, tone: "pill bad" },
} as const;

interface ClockChipProps {
  readonly clock: ClockFragment;
  /** Where there is little room: how soon, and not what. */
  readonly short?: boolean;
}

/** By when somebody must answer or be done; its words say what its colour says. */
export function ClockChip({ clock, short = false }: ClockChipProps) {
  const words = useMatterWords();
  const { tag, moment } = useLanguage();
  const { state, seconds } = clockStanding(clock, useTicking());
  const { Icon, tone } = LOOKS[state];
  const time = seconds < 60 ? words.underMinute : spanText(seconds - (seconds % 60), tag);
  return (
    <span className={`${tone} clock`} title={title()}>
      <Icon size={12} aria-hidden="true" />
      {text()}
    </span>
  );

  function text(): string {
    if (state === "STOPPED" || state === "NONE") return fill(words.stoppedAt, { time });
    if (short) return fill(words.shortClocks[state], { time });
    const phrases = { RUNNING: words.dueIn, AMBER: words.dueSoon, BREACHED: words.lateBy }[state];
    return fill(phrases[clock.kind], { time });
  }

  function title(): string {
    return clock.dueAt === null ? words.stopped : fill(words.dueAt, { when: moment(clock.dueAt) });
  }
}
