import { choose } from "../choose";
import { useLanguage } from "../useLanguage";
import { type ActWords, en } from "./en";
import { tr } from "./tr";

export function useActWords(): ActWords {
  return choose({ en, tr }, useLanguage());
}
