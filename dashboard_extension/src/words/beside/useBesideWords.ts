import { choose } from "../choose";
import { useLanguage } from "../useLanguage";
import { type BesideWords, en } from "./en";
import { tr } from "./tr";

export function useBesideWords(): BesideWords {
  return choose({ en, tr }, useLanguage());
}
