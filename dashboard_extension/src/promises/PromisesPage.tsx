import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { EmptyPlace } from "../app/EmptyPlace";
import { LoadedPart } from "../app/LoadedPart";
import { PageHead } from "../app/PageHead";
import { Segments } from "../app/Segments";
import { useWay } from "../app/WayContext";
import { DELIVERY } from "../app/way";
import { Promises, type PromisesQuery } from "../generated/Promises";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { usePromiseWords } from "../words/promises/usePromiseWords";
import { KeptWeeks } from "./KeptWeeks";
import { PromiseHead } from "./PromiseHead";
import { TallyTable } from "./TallyTable";
import { useRegionName } from "./useRegionName";

const load = loadOf(Promises);
const SPANS = ["30", "90", "365"] as const;
type Span = (typeof SPANS)[number];

export function PromisesPage() {
  const words = usePromiseWords();
  const [span, setSpan] = useState<Span>("90");
  const loading = useLoaded(load, { days: Number(span) });
  return (
    <div className="page promises">
      <PageHead title={words.title} intro={words.intro} />
      <Segments
        legend={words.span}
        options={SPANS.map((one) => [one, words.spans[one]] as const)}
        value={span}
        onChange={setSpan}
      />
      <LoadedPart from={loading} needs="MANAGE_ORDERS">
        {({ promises }) => (promises.all.made === 0 ? <NoPromises /> : <Scores promises={promises} />)}
      </LoadedPart>
    </div>
  );
}

function NoPromises() {
  const { none } = usePromiseWords();
  const way = useWay();
  return (
    <EmptyPlace what={none.what} why={none.why}>
      <Button type="button" onClick={() => way.go(`/settings/${DELIVERY}`)}>
        {none.next}
      </Button>
    </EmptyPlace>
  );
}

function Scores({ promises }: PromisesQuery) {
  const words = usePromiseWords();
  const regionName = useRegionName();
  return (
    <>
      <PromiseHead promises={promises} />
      <KeptWeeks weeks={promises.weeks} />
      <TallyTable title={words.methods} of={words.method} rows={promises.methods} />
      <TallyTable title={words.regions} of={words.region} rows={promises.regions} nameOf={({ id }) => regionName(id)} />
      <TallyTable title={words.warehouses} of={words.warehouse} rows={promises.warehouses} />
    </>
  );
}
