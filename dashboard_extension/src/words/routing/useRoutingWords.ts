import { choose } from "../choose";
import { useLanguage } from "../useLanguage";
import { en, type RoutingWords } from "./en";
import { tr } from "./tr";

export function useRoutingWords(): RoutingWords {
  return choose({ en, tr }, useLanguage());
}
