import { Button } from "@saleor/macaw-ui";
import type { CartAlarmsQuery } from "../generated/CartAlarms";
import { CartSignalSeen } from "../generated/CartSignalSeen";
import { useMinute } from "../order/useMinute";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { useSender } from "../staff/useSender";
import { useCartWords } from "../words/carts/useCartWords";
import { useLanguage } from "../words/useLanguage";
import { AlarmFacts } from "./AlarmFacts";

interface HelpRowProps {
  readonly help: CartAlarmsQuery["needingHelp"][number];
  readonly onSeen: () => void;
}

/** Somebody who is stuck at this moment, by what their page told. */
export function HelpRow({ help: { cart, signals }, onSeen }: HelpRowProps) {
  const words = useCartWords();
  const { ago, moment } = useLanguage();
  const { ask } = useStaff();
  const { busy, send } = useSender(words);
  const now = useMinute();
  const press = async () => {
    const seen = await send(async () =>
      outcomeOf(await ask(CartSignalSeen, { id: cart.id }), (data) => data.cartSignalSeen),
    );
    if (seen !== null) onSeen();
  };
  return (
    <li className="alarm-row">
      <AlarmFacts cart={cart} />
      <span className="pills">
        {signals.map(({ kind, at }) => (
          <span key={kind} className="pill open" title={moment(at)}>
            {words.signals[kind]}, {ago(at, now)}
          </span>
        ))}
        {signals.some(({ raisedAt }) => raisedAt !== null) && <span className="chip">{words.raised}</span>}
      </span>
      <Button type="button" variant="secondary" size="small" aria-disabled={busy} onClick={press}>
        {busy ? words.seeing : words.seen}
      </Button>
    </li>
  );
}
