import { choose } from "../choose";
import { useLanguage } from "../useLanguage";
import { en, type PromiseWords } from "./en";
import { tr } from "./tr";

export function usePromiseWords(): PromiseWords {
  return choose({ en, tr }, useLanguage());
}
