import { choose } from "../choose";
import { useLanguage } from "../useLanguage";
import { en, type PhotoWords } from "./en";
import { tr } from "./tr";

export function usePhotoWords(): PhotoWords {
  return choose({ en, tr }, useLanguage());
}
