import { createElement, useEffect, useState } from "react";
import type { DeliveryRulesQuery } from "../generated/DeliveryRules";
import { DeliveryVariants } from "../generated/DeliveryVariants";
import { useSettled } from "../inbox/useSettled";
import { ChoiceField } from "../settings/ChoiceField";
import { Section } from "../settings/Section";
import { TextField } from "../settings/TextField";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useDeliveryWords } from "../words/delivery/useDeliveryWords";
import { useLanguage } from "../words/useLanguage";
import { loadWidget } from "./loadWidget";

const load = loadOf(DeliveryVariants);

interface PreviewPartProps {
  readonly known: DeliveryRulesQuery;
  /** Another value after each saving: the element is made anew, and asks anew. */
  readonly version: string;
}

/** What a shopper sees now: the very element of the shop's pages. */
export function PreviewPart({ known, version }: PreviewPartProps) {
  const { preview: words } = useDeliveryWords();
  const { tag, country: nameOf } = useLanguage();
  const { channels, methods } = known.deliveryRules;
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState("");
  const [slug, setSlug] = useState(channels[0]?.slug ?? "");
  const [country, setCountry] = useState(channels[0]?.defaultCountry ?? "");
  const [postalCode, setPostalCode] = useState("");
  const { loaded } = useLoaded(load, { search: useSettled(search) });
  const { storeKey } = known.setup;
  useEffect(() => loadWidget(storeKey, slug), [storeKey, slug]);
  const found = loaded.kind === "shown" ? loaded.data.deliveryVariants : [];
  const variant = found.find(({ id }) => id === chosen)?.id ?? found[0]?.id ?? "";
  const reached = new Set([...methods.flatMap(({ countries }) => countries), country]);
  const countries = [...reached].map((code) => ({ value: code, label: nameOf(code) }));
  countries.sort((one, other) => one.label.localeCompare(other.label));
  const code = useSettled(postalCode);
  const asked = { variant, channel: slug, country, locale: tag, "postal-code": code };
  return (
    <Section what={words.what} why={words.why}>
      <div className="preview-fields">
        <TextField label={words.search} value={search} onChange={setSearch} />
        <ChoiceField
          label={words.variant}
          value={variant}
          options={found.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosen}
        />
        {channels.length > 1 && (
          <ChoiceField
            label={words.channel}
            value={slug}
            options={channels.map(({ slug: value, name: label }) => ({ value, label }))}
            onChange={setSlug}
          />
        )}
        <ChoiceField label={words.country} value={country} options={countries} onChange={setCountry} />
        <TextField label={words.postalCode} value={postalCode} onChange={setPostalCode} />
      </div>
      {loaded.kind === "shown" && found.length === 0 && <p className="quiet">{words.none}</p>}
      {variant !== "" && (
        <div className="preview">
          {createElement("support-delivery", { key: `${version} ${JSON.stringify(asked)}`, ...asked })}
        </div>
      )}
      <p className="help quiet">{words.nothing}</p>
    </Section>
  );
}
