import { choose } from "../choose";
import { useLanguage } from "../useLanguage";
import { type CartWords, en } from "./en";
import { tr } from "./tr";

export function useCartWords(): CartWords {
  return choose({ en, tr }, useLanguage());
}
