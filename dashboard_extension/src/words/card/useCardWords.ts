import { choose } from "../choose";
import { useLanguage } from "../useLanguage";
import { type CardWords, en } from "./en";
import { tr } from "./tr";

export function useCardWords(): CardWords {
  return choose({ en, tr }, useLanguage());
}
