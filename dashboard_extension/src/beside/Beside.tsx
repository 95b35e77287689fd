import "./beside.css";
import { LoadedPart } from "../app/LoadedPart";
import { BesideFacts } from "../generated/BesideFacts";
import { useNews } from "../inbox/useNews";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { ActLog } from "./ActLog";
import { CartPart } from "./CartPart";
import { CustomerPart } from "./CustomerPart";
import { HerePart } from "./HerePart";

export interface BesideProps {
  readonly ticketId: string;
  /** As on the socket. */
  readonly conversationId: string;
  /** Whether a chat goes on there. */
  readonly live: boolean;
}

const load = loadOf(BesideFacts);

/** Where the shopper is, the cart they have now, and what they bought and said before. */
export default function Beside({ ticketId, conversationId, live }: BesideProps) {
  const loading = useLoaded(load, { id: ticketId });
  useNews((frame) => frame.is === "here" && frame.conversation === conversationId, loading.again);
  return (
    <LoadedPart from={loading} needs="MANAGE_ORDERS">
      {({ ticket }) =>
        ticket && (
          <div className="beside">
            {ticket.beside.here && <HerePart here={ticket.beside.here} />}
            <CartPart ticketId={ticketId} conversationId={conversationId} live={live} onEnd={loading.again} />
            <ActLog acts={ticket.beside.acts} />
            <CustomerPart customer={ticket.beside.customer} />
          </div>
        )
      }
    </LoadedPart>
  );
}
