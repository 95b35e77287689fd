import { choose } from "../choose";
import { useLanguage } from "../useLanguage";
import { en, type ProductWords } from "./en";
import { tr } from "./tr";

export function useProductWords(): ProductWords {
  return choose({ en, tr }, useLanguage());
}
