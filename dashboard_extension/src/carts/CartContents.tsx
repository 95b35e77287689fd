import type { CartFactsFragment } from "../generated/CartCase";
import { Thumbnail } from "../order/Thumbnail";
import { useMinute } from "../order/useMinute";
import { useCartWords } from "../words/carts/useCartWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";

interface CartContentsProps {
  readonly cart: CartFactsFragment;
  /** Whether it is the one of several that the case goes by. */
  readonly speaks: boolean;
}

/** What is in a cart now, what it costs, and what stood in its way. */
export function CartContents({ cart, speaks }: CartContentsProps) {
  const words = useCartWords();
  const { ago, country, count, money, moment } = useLanguage();
  const now = useMinute();
  return (
    <div className="cart">
      <p className="pills">
        {speaks && <span className="pill moving">{words.speaks}</span>}
        {cart.updatedAt && (
          <time className="quiet" dateTime={cart.updatedAt} title={moment(cart.updatedAt)}>
            {ago(cart.updatedAt, now)}
          </time>
        )}
        {cart.goneAt && <span className="pill">{words.goneHere}</span>}
      </p>
      {cart.lines.length === 0 && <p className="quiet">{words.emptyCart}</p>}
      <ul className="cart-lines">
        {cart.lines.map((line) => (
          <li key={`${line.name} ${line.variantName}`}>
            <Thumbnail url={line.thumbnailUrl} />
            <span className="product">
              <span>
                {line.quantity} × {line.name}
              </span>
              {line.variantName && <span className="quiet">{line.variantName}</span>}
            </span>
            <span className="worth">
              {money(line.total)}
              {line.unitBefore && (
                <span className="quiet">
                  {fill(words.was, { money: `${line.quantity} × ${money(line.unitBefore)}` })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <dl className="sums">
        {Number(cart.shipping.amount) > 0 && (
          <div>
            <dt>{[words.shipping, cart.methodName].filter(Boolean).join(": ")}</dt>
            <dd>{money(cart.shipping)}</dd>
          </div>
        )}
        <div className="name">
          <dt>{words.total}</dt>
          <dd>{money(cart.total)}</dd>
        </div>
      </dl>
      <p className="pills">
        {cart.country && <span className="chip">{fill(words.to, { country: country(cart.country) })}</span>}
        {cart.voucherCode && <span className="chip">{fill(words.coupon, { code: cart.voucherCode })}</span>}
        {[...new Set(cart.problems.map(problemText))].map((text) => (
          <span key={text} className="pill bad">
            {text}
          </span>
        ))}
      </p>
      {cart.payments.map((payment) => (
        <p key={payment.at}>
          <span className={payment.state === "FAILED" ? "pill bad" : "pill"}>{words.payments[payment.state]}</span>{" "}
          <span className="quiet">
            {ago(payment.at, now)} {payment.message && <code>{payment.message}</code>}
          </span>
        </p>
      ))}
    </div>
  );

  function problemText({ problem, available }: CartFactsFragment["problems"][number]): string {
    const text = words.problems[problem];
    return available === null ? text : `${text}: ${count(words.left, available)}`;
  }
}
