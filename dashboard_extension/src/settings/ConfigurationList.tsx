import { Button } from "@saleor/macaw-ui";
import { ChevronRight } from "lucide-react";
import { EmptyPlace } from "../app/EmptyPlace";
import { PageHead } from "../app/PageHead";
import { PageLink } from "../app/PageLink";
import { useWay } from "../app/WayContext";
import { AUTHORITY, DELIVERY, NEW, PLANS, ROUTING } from "../app/way";
import type { ConfigurationsQuery } from "../generated/Configurations";
import { useActWords } from "../words/acts/useActWords";
import { useAppWords } from "../words/app/useAppWords";
import { useDeliveryWords } from "../words/delivery/useDeliveryWords";
import { fill } from "../words/language";
import { usePlanWords } from "../words/plans/usePlanWords";
import { useRoutingWords } from "../words/routing/useRoutingWords";
import { AlertAccountPart } from "./AlertAccountPart";
import { draftOf } from "./draft";
import { OtherSendersNote } from "./OtherSendersNote";

export function ConfigurationList({ known }: { readonly known: ConfigurationsQuery }) {
  const { settings: words } = useAppWords();
  const pages = [
    [DELIVERY, useDeliveryWords()],
    [PLANS, usePlanWords()],
    [ROUTING, useRoutingWords()],
    [AUTHORITY, useActWords().authority],
  ] as const;
  const way = useWay();
  const names = new Map(known.channels.map(({ slug, name }) => [slug, name]));
  const add = () => way.go(`/settings/${NEW}`);
  return (
    <div className="page">
      <PageHead title={words.title} intro={words.intro}>
        {known.configurations.length > 0 && (
          <Button type="button" onClick={add}>
            {words.add}
          </Button>
        )}
      </PageHead>
      <OtherSendersNote />
      {known.configurations.length === 0 ? (
        <EmptyPlace what={words.none.what} why={words.none.why}>
          <Button type="button" onClick={add}>
            {words.none.next}
          </Button>
        </EmptyPlace>
      ) : (
        <ul className="configurations">
          {known.configurations.map((configuration) => (
            <li key={configuration.id}>
              <PageLink to={`/settings/${encodeURIComponent(configuration.id)}`} className="configuration">
                <span className="configuration-facts">
                  <span className="name">{configuration.name}</span>
                  <span className="pills">
                    {configuration.isDefault && <span className="chip">{words.everyOther}</span>}
                    {configuration.channels.map((slug) => (
                      <span key={slug} className="chip">
                        {names.get(slug) ?? slug}
                      </span>
                    ))}
                    {!configuration.isDefault && configuration.channels.length === 0 && (
                      <span className="quiet">{words.noChannels}</span>
                    )}
                  </span>
                  <span className="quiet">{summary(draftOf(configuration))}</span>
                </span>
                <ChevronRight size={18} aria-hidden="true" />
              </PageLink>
            </li>
          ))}
        </ul>
      )}
      {pages.map(([path, { title, summary: about }]) => (
        <PageLink key={path} to={`/settings/${path}`} className="configuration">
          <span className="configuration-facts">
            <span className="name">{title}</span>
            <span className="quiet">{about}</span>
          </span>
          <ChevronRight size={18} aria-hidden="true" />
        </PageLink>
      ))}
      <AlertAccountPart />
    </div>
  );

  function summary({ settings }: ReturnType<typeof draftOf>): string {
    const zone = fill(words.openNow, { zone: settings.time_zone.replaceAll("_", " ") });
    return [settings.storefront_url, zone, ...settings.contact_channels.map(({ kind }) => words.kinds[kind])]
      .filter(Boolean)
      .join(" · ");
  }
}
