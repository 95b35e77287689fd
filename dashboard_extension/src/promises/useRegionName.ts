import { fill } from "../words/language";
import { usePromiseWords } from "../words/promises/usePromiseWords";
import { useLanguage } from "../words/useLanguage";

/** The name of a region by its id: a country's code, or one with how the postal code begins, such as `TR-34`. */
export function useRegionName(): (id: string) => string {
  const words = usePromiseWords();
  const { country: nameOf } = useLanguage();
  return (id) => {
    const [code = "", ...rest] = id.split("-");
    const country = code === "" ? words.unnamed : nameOf(code);
    return rest.length === 0 ? country : fill(words.others, { country, prefix: rest.join("-") });
  };
}
