import { choose } from "../choose";
import { useLanguage } from "../useLanguage";
import { en, type TimelineWords } from "./en";
import { tr } from "./tr";

export function useTimelineWords(): TimelineWords {
  return choose({ en, tr }, useLanguage());
}
