import { ExternalLink, ShoppingCart } from "lucide-react";
import { MessagePhotos } from "../photos/MessagePhotos";
import { useDeskWords } from "../words/desk/useDeskWords";
import { useLanguage } from "../words/useLanguage";
import type { Card } from "./cards";

/** What a message shows beside its words, as staff see it. */
export function MessageCard({ card }: { readonly card: Card }) {
  const words = useDeskWords();
  const { money } = useLanguage();
  switch (card.kind) {
    case "photos":
      return <MessagePhotos photos={card.photos} />;
    case "product":
      return (
        <a className="card product-card" href={card.url} target="_blank" rel="noreferrer">
          {card.image && <img src={card.image} alt="" loading="lazy" width={56} height={56} />}
          <span>
            <span className="name">{card.name}</span>
            {card.variant_name && <span className="quiet"> {card.variant_name}</span>}
            {card.price && <span className="price">{money(card.price)}</span>}
          </span>
        </a>
      );
    case "page":
      return (
        <a className="card" href={card.url} target="_blank" rel="noreferrer">
          <ExternalLink size={14} aria-hidden="true" />
          {card.title || card.url}
        </a>
      );
    case "checkout":
      return (
        <a className="card" href={card.url} target="_blank" rel="noreferrer">
          <ShoppingCart size={14} aria-hidden="true" />
          {words.checkoutCard}
        </a>
      );
    case "choices":
      return (
        <ul className="pills">
          {card.choices.map((choice) => (
            <li key={choice} className="chip" dir="auto">
              {choice}
            </li>
          ))}
        </ul>
      );
    case "cart":
    case "files":
      return null; // said as what happened
  }
}
