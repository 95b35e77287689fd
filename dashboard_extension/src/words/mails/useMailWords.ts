import { choose } from "../choose";
import { useLanguage } from "../useLanguage";
import { en, type MailWords } from "./en";
import { tr } from "./tr";

export function useMailWords(): MailWords {
  return choose({ en, tr }, useLanguage());
}
