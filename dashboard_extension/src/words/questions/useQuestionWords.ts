import { choose } from "../choose";
import { useLanguage } from "../useLanguage";
import { en, type QuestionWords } from "./en";
import { tr } from "./tr";

export function useQuestionWords(): QuestionWords {
  return choose({ en, tr }, useLanguage());
}
