const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** "4 min", "1 hr 5 min": the largest unit and the next, where that says something. */
export function spanText(seconds: number, tag: string): string {
  const index = UNITS.findIndex(([, length]) => seconds >= length);
  const parts: string[] = [];
  let rest = Math.max(0, Math.round(seconds));
  for (const [unit, length] of UNITS.slice(index < 0 ? UNITS.length - 1 : index).slice(0, 2)) {
    const many = Math.floor(rest / length);
    rest -= many * length;
    if (many > 0 || parts.length === 0) parts.push(inUnit(many, unit, tag));
  }
  return parts.join(" ");
}

function inUnit(many: number, unit: string, tag: string): string {
  return new Intl.NumberFormat(tag, { style: "unit", unit, unitDisplay: "short" }).format(many);
}
