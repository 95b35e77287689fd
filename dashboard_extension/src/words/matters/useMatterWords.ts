import { choose } from "../choose";
import { useLanguage } from "../useLanguage";
import { en, type MatterWords } from "./en";
import { tr } from "./tr";

export function useMatterWords(): MatterWords {
  return choose({ en, tr }, useLanguage());
}
