import { LoadedPart } from "../app/LoadedPart";
import { ChatWaits } from "../generated/ChatWaits";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useReportWords } from "../words/report/useReportWords";
import { useLanguage } from "../words/useLanguage";
import { FigureList } from "./FigureList";
import { WaitsTable } from "./WaitsTable";

const load = loadOf(ChatWaits);
const SHOWN = ["pushed", "opened", "bought"] as const;

interface ChatsPartProps {
  readonly days: number;
  readonly channel: string | null;
  /** Of the channels, by slug. */
  readonly names: ReadonlyMap<string, string>;
}

/** How long people waited who came to chat, and what became of what staff showed them. */
export function ChatsPart({ days, channel, names }: ChatsPartProps) {
  const words = useReportWords();
  const { number } = useLanguage();
  const loading = useLoaded(load, { days, channel });
  return (
    <LoadedPart from={loading} needs="MANAGE_ORDERS">
      {({ chatWaits, chatShown }) => (
        <>
          {chatShown.pushed > 0 && (
            <FigureList figures={SHOWN.map((name) => ({ name: words.shown[name], value: number(chatShown[name]) }))} />
          )}
          {chatWaits.total.arrivals === 0 ? (
            <p className="quiet">{words.chatsNone}</p>
          ) : (
            <WaitsTable waits={chatWaits} names={names} />
          )}
        </>
      )}
    </LoadedPart>
  );
}
