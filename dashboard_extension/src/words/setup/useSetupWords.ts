import { choose } from "../choose";
import { useLanguage } from "../useLanguage";
import { en, type SetupWords } from "./en";
import { tr } from "./tr";

export function useSetupWords(): SetupWords {
  return choose({ en, tr }, useLanguage());
}
