import { choose } from "../choose";
import { useLanguage } from "../useLanguage";
import { type AppWords, en } from "./en";
import { tr } from "./tr";

export function useAppWords(): AppWords {
  return choose({ en, tr }, useLanguage());
}
