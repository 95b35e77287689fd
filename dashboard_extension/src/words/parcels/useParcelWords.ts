import { choose } from "../choose";
import { useLanguage } from "../useLanguage";
import { en, type ParcelWords } from "./en";
import { tr } from "./tr";

export function useParcelWords(): ParcelWords {
  return choose({ en, tr }, useLanguage());
}
