import { ArrowLeft } from "lucide-react";
import { LoadedPart } from "../app/LoadedPart";
import { PageHead } from "../app/PageHead";
import { PageLink } from "../app/PageLink";
import { ChatWall } from "../generated/ChatWall";
import { useNews } from "../inbox/useNews";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useDeskWords } from "../words/desk/useDeskWords";
import { WallNow } from "./WallNow";
import { WallSeats } from "./WallSeats";

const EVERY_MS = 10_000;
const NOTHING = {};
const loadWall = loadOf(ChatWall);

/** For who leads: how it stands now. */
export default function WallPage() {
  const words = useDeskWords();
  const loading = useLoaded(loadWall, NOTHING, EVERY_MS);
  useNews(({ is }) => is === "queue", loading.again);
  return (
    <div className="page wall">
      <PageLink to="/inbox" className="back link">
        <ArrowLeft size={16} aria-hidden="true" />
        {words.title}
      </PageLink>
      <PageHead title={words.wall} intro={words.wallIntro}>
        <PageLink to="/report" className="link">
          {words.wallPast}
        </PageLink>
      </PageHead>
      <LoadedPart from={loading} needs="MANAGE_ORDERS">
        {({ chatWall, channels }) => (
          <>
            <WallNow wall={chatWall} />
            <section className="section" aria-labelledby="wall-seats">
              <h2 id="wall-seats">{words.wallSeats}</h2>
              <WallSeats seats={chatWall.seats} channels={channels} onChange={loading.again} />
            </section>
          </>
        )}
      </LoadedPart>
    </div>
  );
}
