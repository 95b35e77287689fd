import { choose } from "../choose";
import { useLanguage } from "../useLanguage";
import { type DeliveryWords, en } from "./en";
import { tr } from "./tr";

export function useDeliveryWords(): DeliveryWords {
  return choose({ en, tr }, useLanguage());
}
