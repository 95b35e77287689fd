import { useState } from "react";
import { EmptyPlace } from "../app/EmptyPlace";
import { LoadedPart } from "../app/LoadedPart";
import { Segments } from "../app/Segments";
import { CartReport as Document } from "../generated/CartReport";
import { ChoiceField } from "../settings/ChoiceField";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useCartWords } from "../words/carts/useCartWords";
import { LiftCard } from "./LiftCard";
import { ReportTables } from "./ReportTables";
import { SaidWords } from "./SaidWords";

const load = loadOf(Document);
const SPANS = ["30", "90", "365"] as const;
type Span = (typeof SPANS)[number];

/** What became of carts, and what writing about them brought beside those who are never written to. */
export function CartReport() {
  const words = useCartWords();
  const [span, setSpan] = useState<Span>("90");
  const [channel, setChannel] = useState("");
  const loading = useLoaded(load, { days: Number(span), channel: channel || null });
  const channels = loading.loaded.kind === "shown" ? loading.loaded.data.channels : [];
  const nameOf = (slug: string) => channels.find((one) => one.slug === slug)?.name ?? slug;
  return (
    <>
      <div className="report-asks">
        <Segments
          legend={words.span}
          options={SPANS.map((one) => [one, words.spans[one]] as const)}
          value={span}
          onChange={setSpan}
        />
        {(channels.length > 1 || channel !== "") && (
          <ChoiceField
            label={words.channel}
            value={channel}
            options={[
              { value: "", label: words.everyChannel },
              ...channels.map(({ slug, name }) => ({ value: slug, label: name })),
            ]}
            onChange={setChannel}
          />
        )}
      </div>
      <LoadedPart from={loading} needs="MANAGE_CHECKOUTS">
        {({ cartReport }) =>
          cartReport.states.every(({ cases }) => cases === 0) && cartReport.lifts.length === 0 ? (
            <EmptyPlace {...words.noReport} />
          ) : (
            <>
              {cartReport.lifts.map((lift) => (
                <LiftCard
                  key={lift.channel}
                  lift={lift}
                  channel={cartReport.lifts.length > 1 ? nameOf(lift.channel) : null}
                />
              ))}
              <ReportTables report={cartReport} />
              <SaidWords answers={cartReport.answers} />
            </>
          )
        }
      </LoadedPart>
    </>
  );
}
