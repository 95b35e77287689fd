import { choose } from "../choose";
import { useLanguage } from "../useLanguage";
import { en, type TicketWords } from "./en";
import { tr } from "./tr";

export function useTicketWords(): TicketWords {
  return choose({ en, tr }, useLanguage());
}
