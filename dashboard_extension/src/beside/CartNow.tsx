import { Button } from "@saleor/macaw-ui";
import { Send } from "lucide-react";
import type { BesideCartFragment } from "../generated/BesideCart";
import { useBesideWords } from "../words/beside/useBesideWords";
import { CodesField } from "./CodesField";
import { LineRow } from "./LineRow";
import { Sums } from "./Sums";
import type { Deeds } from "./useDeeds";

interface CartNowProps {
  readonly cart: BesideCartFragment;
  readonly deeds: Deeds;
  readonly live: boolean;
}

export function CartNow({ cart, deeds, live }: CartNowProps) {
  const words = useBesideWords();
  const { busy, perform } = deeds;
  const canSend = live && cart.url !== null && cart.lines.length > 0;
  return (
    <>
      {cart.lines.length === 0 && <p className="quiet">{words.empty}</p>}
      <ul className="cart-now">
        {cart.lines.map((line) => (
          <LineRow key={line.id} line={line} deeds={live ? deeds : null} />
        ))}
      </ul>
      <CodesField codes={cart.codes} deeds={live ? deeds : null} />
      <Sums cart={cart} />
      {canSend && (
        <Button
          type="button"
          variant="secondary"
          size="small"
          icon={<Send size={14} aria-hidden="true" />}
          aria-disabled={busy}
          onClick={() => perform({ do: "show", input: { checkout: true } })}
        >
          {words.sendCheckout}
        </Button>
      )}
      {!live && <p className="quiet small">{words.notLive}</p>}
    </>
  );
}
