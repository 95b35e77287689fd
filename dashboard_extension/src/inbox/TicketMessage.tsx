import type { SaidFragment } from "../generated/TicketThread";
import { lineOf } from "../tickets/lineOf";
import { useTicketWords } from "../words/tickets/useTicketWords";
import { useLanguage } from "../words/useLanguage";

export function TicketMessage({ message }: { readonly message: SaidFragment }) {
  const words = useTicketWords();
  const { moment, time: clock } = useLanguage();
  const { author, authorName, event, at } = message;
  const time = (
    <time dateTime={at} title={moment(at)}>
      {clock(at)}
    </time>
  );
  if (event !== null) {
    return (
      <li className="happened quiet">
        {lineOf(words, message)} {time}
      </li>
    );
  }
  return (
    <li className={`message ${author.toLowerCase()}`}>
      <p className="said-by">
        <span className="name">{authorName || words.authors[author]}</span>{" "}
        <span className="quiet">
          {authorName && author === "STAFF" && <span>{words.authors.STAFF} · </span>}
          {time}
        </span>
      </p>
      <p className="bubble" dir="auto">
        {message.text}
      </p>
    </li>
  );
}
