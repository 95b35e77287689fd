import { CheckCheck, Lock } from "lucide-react";
import type { SaidFragment } from "../generated/TicketThread";
import { lineOf } from "../tickets/lineOf";
import { useDeskWords } from "../words/desk/useDeskWords";
import { fill } from "../words/language";
import { useMatterWords } from "../words/matters/useMatterWords";
import { useTicketWords } from "../words/tickets/useTicketWords";
import { useLanguage } from "../words/useLanguage";
import { type Bought, CardOutcome } from "./CardOutcome";
import { cardIn } from "./cards";
import { MailFiles } from "./MailFiles";
import { MessageCard } from "./MessageCard";
import { MessageText } from "./MessageText";
import { cartLine } from "./rowLine";

interface ThreadMessageProps {
  readonly message: SaidFragment;
  /** The last one of the shop's that the shopper has seen. */
  readonly read: boolean;
  /** Whether it came another way than what was said before it. */
  readonly came: boolean;
  readonly bought: Bought | null;
  /** Whether it is ticked for a ticket of its own; null where nobody chooses. */
  readonly chosen: boolean | null;
  readonly onChoose: () => void;
}

/** What somebody said, noted or did. */
export function ThreadMessage({ message, read, came, bought, chosen, onChoose }: ThreadMessageProps) {
  const words = useDeskWords();
  const ticketWords = useTicketWords();
  const { moment, number, time: clock } = useLanguage();
  const matters = useMatterWords();
  const { author, authorName, event, at, channel, ticketNumber } = message;
  const card = cardIn(message.card);
  const time = (
    <time dateTime={at} title={moment(at)}>
      {clock(at)}
    </time>
  );
  if (event === "NOTE") {
    return (
      <li className="message staff note">
        <p className="said-by">
          <Lock size={12} aria-hidden="true" /> <span className="name">{authorName}</span>{" "}
          <span className="quiet">
            {words.aNote} · {time}
          </span>
        </p>
        <p className="bubble" dir="auto">
          {message.text}
        </p>
      </li>
    );
  }
  if (event === "COPY_WROTE") {
    return (
      <li className="message shopper copied">
        <p className="said-by">
          <span className="name">{authorName}</span>{" "}
          <span className="quiet">
            {words.wroteInCopy} · {time}
          </span>
        </p>
        <MessageText text={message.text} card={message.card} />
      </li>
    );
  }
  if (event !== null || card?.kind === "cart") {
    return (
      <li className="happened quiet">
        {happened()} {time}
        {card?.kind === "files" && <MailFiles card={card} />}
      </li>
    );
  }
  return (
    <li className={`message ${author.toLowerCase()}`}>
      <p className="said-by">
        {chosen !== null && (
          <input
            type="checkbox"
            checked={chosen}
            aria-label={fill(matters.chooseMessage, { text: message.text.slice(0, 60) })}
            onChange={onChoose}
          />
        )}
        <span className="name">{authorName || ticketWords.authors[author]}</span>{" "}
        <span className="quiet">
          {authorName && author === "STAFF" && <span>{ticketWords.authors.STAFF} · </span>}
          {came && channel && <span>{matters.channels[channel]} · </span>}
          {ticketNumber !== null && <span>{fill(matters.fromTicket, { number: number(ticketNumber) })} · </span>}
          {time}
        </span>
      </p>
      {message.text && <MessageText text={message.text} card={message.card} />}
      {card && <MessageCard card={card} />}
      {card && <CardOutcome card={card} bought={bought} />}
      {read && (
        <p className="read quiet">
          <CheckCheck size={12} aria-hidden="true" /> {words.read}
        </p>
      )}
    </li>
  );

  function happened(): string {
    if (card?.kind === "files") return words.mailFiles;
    if (card?.kind !== "cart") return lineOf(ticketWords, message);
    return cartLine(words, card, card.by || authorName);
  }
}
