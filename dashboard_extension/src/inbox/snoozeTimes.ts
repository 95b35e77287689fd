const MORNING = 9;
const MONDAY = 1;

/** When what is put off now comes back, by the reader's clock. */
export function snoozeTimes(now: Date): { readonly hour: Date; readonly tomorrow: Date; readonly monday: Date } {
  const daysToMonday = (MONDAY - now.getDay() + 7) % 7 || 7;
  return { hour: new Date(now.getTime() + 3_600_000), tomorrow: morning(now, 1), monday: morning(now, daysToMonday) };
}

function morning(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);
}
