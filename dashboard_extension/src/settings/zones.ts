/** Every time zone of the browser's, with the chosen one whatever it is. */
export function zoneOptions(chosen: string): { value: string; label: string }[] {
  const zones = new Set(["UTC", ...Intl.supportedValuesOf("timeZone"), chosen]);
  return [...zones].map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}
