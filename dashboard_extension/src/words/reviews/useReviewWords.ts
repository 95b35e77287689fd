import { choose } from "../choose";
import { useLanguage } from "../useLanguage";
import { en, type ReviewWords } from "./en";
import { tr } from "./tr";

export function useReviewWords(): ReviewWords {
  return choose({ en, tr }, useLanguage());
}
