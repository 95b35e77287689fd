import { choose } from "../choose";
import { useLanguage } from "../useLanguage";
import { en, type ReportWords } from "./en";
import { tr } from "./tr";

export function useReportWords(): ReportWords {
  return choose({ en, tr }, useLanguage());
}
