import { createContext, useContext } from "react";
import { type Language, languageOf } from "./language";

export const LanguageContext = createContext<Language>(languageOf("en"));

export function useLanguage(): Language {
  return useContext(LanguageContext);
}
