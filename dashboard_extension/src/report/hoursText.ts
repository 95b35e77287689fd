/** "45 min", "27 hr 5 min": hours in which somebody is there make no days. */
export function hoursText(minutes: number, tag: string): string {
  const whole = Math.round(minutes);
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  const parts = [
    hours > 0 ? inUnit(hours, "hour", tag) : "",
    rest > 0 || hours === 0 ? inUnit(rest, "minute", tag) : "",
  ];
  return parts.filter(Boolean).join(" ");
}

function inUnit(many: number, unit: string, tag: string): string {
  return new Intl.NumberFormat(tag, { style: "unit", unit, unitDisplay: "short" }).format(many);
}
