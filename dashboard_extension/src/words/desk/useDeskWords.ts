import { choose } from "../choose";
import { useLanguage } from "../useLanguage";
import { type DeskWords, en } from "./en";
import { tr } from "./tr";

export function useDeskWords(): DeskWords {
  return choose({ en, tr }, useLanguage());
}
