/** A share as whole per cent, never rounded up: 89.9 % has not reached 90 %. */
export function percent(tag: string, share: number): string {
  const format = new Intl.NumberFormat(tag, { style: "percent" });
  return format.format(Math.floor(share * 100 + 1e-9) / 100);
}
