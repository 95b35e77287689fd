import type { FiguresFragment, SpreadFragment } from "../generated/Report";
import { percent } from "../promises/percent";
import { useLanguage } from "../words/useLanguage";
import { hoursText } from "./hoursText";

/** Of fewer, a share would mislead. */
export const FEW = 20;
/** Of fewer, half of them is one or two. */
const FEWEST_TIMES = 5;

/** A report's figures as people read them; null of too few to judge. */
export function useFigures() {
  const { tag } = useLanguage();
  const share = (part: number, whole: number) => (whole < FEW ? null : percent(tag, part / whole));
  const half = ({ many, p50 }: SpreadFragment) => (p50 === null || many < FEWEST_TIMES ? null : hoursText(p50, tag));
  /** Nine of ten. */
  const most = ({ many, p90 }: SpreadFragment) => (p90 === null || many < FEW ? null : hoursText(p90, tag));
  const inTime = ({ kept, breached }: FiguresFragment) => share(kept, kept + breached);
  return { share, half, most, inTime };
}
