import { choose } from "../choose";
import { useLanguage } from "../useLanguage";
import { type DeskSettingWords, en } from "./en";
import { tr } from "./tr";

export function useDeskSettingWords(): DeskSettingWords {
  return choose({ en, tr }, useLanguage());
}
