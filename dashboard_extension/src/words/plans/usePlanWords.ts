import { choose } from "../choose";
import { useLanguage } from "../useLanguage";
import { en, type PlanWords } from "./en";
import { tr } from "./tr";

export function usePlanWords(): PlanWords {
  return choose({ en, tr }, useLanguage());
}
