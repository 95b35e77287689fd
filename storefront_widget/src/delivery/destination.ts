import { ask } from "../asking";
import { recall, remember } from "../memory";
import { addressOf, type Place } from "../place";
import { isRecord } from "../reading";
import { text } from "./facts";

/** Where a parcel goes. The city is for the reader. */
export interface Destination {
  readonly country: string;
  readonly postalCode: string;
  readonly city: string;
}

const NAME = "place";
const regions = new Map<string, Promise<string>>();

/** The shopper's choice, as long as the page says nothing else than when it was made; then the page's word. */
export function destinationOf(place: Place, guess: string): Destination | null {
  const said = saidBy(place);
  const country = said.country || guess;
  return chosenInsteadOf(place, said) ?? (country ? { ...said, country } : null);
}

export function choose(place: Place, to: Destination): void {
  remember(place, NAME, JSON.stringify([saidBy(place), to]));
}

/** In which country the shopper may be: asked once a page, and never kept. Empty where nobody knows. */
export function regionOf(place: Place): Promise<string> {
  const address = addressOf(place, "region.json") ?? "";
  const region = regions.get(address) ?? ask(address).then((body) => (isRecord(body) && text(body.country)) || "");
  regions.set(address, region);
  return region;
}

function chosenInsteadOf(place: Place, said: Destination): Destination | null {
  try {
    const [then, chosen] = JSON.parse(recall(place, NAME) ?? "[]");
    return JSON.stringify(then) === JSON.stringify(said) ? chosen : null;
  } catch {
    return null; // another script wrote there
  }
}

function saidBy({ host }: Place): Destination {
  const said = (name: string) => host.getAttribute(name)?.trim() ?? "";
  const country = said("country").toUpperCase();
  return { country: /^[A-Z]{2}$/.test(country) ? country : "", postalCode: said("postal-code"), city: said("city") };
}
