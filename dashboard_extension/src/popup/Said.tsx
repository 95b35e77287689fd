import { forwardRef, useState } from "react";
import type { PopupMessageFragment } from "../generated/PopupTicket";
import { photosIn } from "../photos/photosIn";
import { later } from "../staff/later";
import { lineOf } from "../tickets/lineOf";
import { isMarked } from "../tickets/marked";
import { useCardWords } from "../words/card/useCardWords";
import { fill } from "../words/language";
import { useTicketWords } from "../words/tickets/useTicketWords";
import { useLanguage } from "../words/useLanguage";

const MessagePhotos = later(async () => (await import("../photos")).MessagePhotos, "bar double");

interface SaidProps {
  readonly message: PopupMessageFragment;
}

/** One message of a conversation, or what happened in between. */
export const Said = forwardRef<HTMLLIElement, SaidProps>(function Said({ message }, ref) {
  const words = useTicketWords();
  const card = useCardWords();
  const { moment } = useLanguage();
  const [covered, setCovered] = useState(isMarked(message.card));
  const photos = photosIn(message.card);
  const when = moment(message.at);
  if (message.event !== null && message.event !== "NOTE") {
    return (
      <li ref={ref} className="happened quiet">
        {lineOf(words, message)} <time dateTime={message.at}>{when}</time>
      </li>
    );
  }
  const who = message.authorName || words.authors[message.author];
  const kind = message.event === "NOTE" ? "note" : message.author.toLowerCase();
  return (
    <li ref={ref} className={`by-${kind}`}>
      <p className="quiet">
        <time dateTime={message.at}>{fill(card.writes, { who, when })}</time>
      </p>
      {(message.text || covered) && (
        <p className="words" dir="auto">
          {message.event === "NOTE" || covered ? lineOf(words, message) : message.text}
        </p>
      )}
      {photos.length > 0 && <MessagePhotos photos={photos} />}
      {covered && (
        <button type="button" className="link" onClick={() => setCovered(false)}>
          {words.showMarked}
        </button>
      )}
    </li>
  );
});
