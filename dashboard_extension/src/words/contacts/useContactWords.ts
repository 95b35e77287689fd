import { choose } from "../choose";
import { useLanguage } from "../useLanguage";
import { type ContactWords, en } from "./en";
import { tr } from "./tr";

export function useContactWords(): ContactWords {
  return choose({ en, tr }, useLanguage());
}
