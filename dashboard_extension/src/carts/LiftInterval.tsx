import type { LiftFragment } from "../generated/CartReport";
import { useLanguage } from "../words/useLanguage";

type Amount = NonNullable<LiftFragment["leastAPerson"]>;

interface LiftIntervalProps {
  readonly least: Amount;
  readonly most: Amount;
}

const [WIDE, HIGH] = [200, 28];

/** The interval beside nothing; what it shows stands in words above it. */
export function LiftInterval({ least, most }: LiftIntervalProps) {
  const { money } = useLanguage();
  const [low, high] = [Number(least.amount), Number(most.amount)];
  const reach = Math.max(Math.abs(low), Math.abs(high)) || 1;
  const at = (value: number) => WIDE / 2 + (value / reach) * (WIDE / 2 - 4);
  const tone = low > 0 ? "reached" : high < 0 ? "below" : "open";
  return (
    <div className="interval">
      <svg aria-hidden="true" viewBox={`0 0 ${WIDE} ${HIGH}`} preserveAspectRatio="none">
        <line x1={WIDE / 2} x2={WIDE / 2} y1={0} y2={HIGH} vectorEffect="non-scaling-stroke" />
        <rect
          className={tone}
          x={at(low)}
          y={HIGH / 2 - 5}
          width={Math.max(1, at(high) - at(low))}
          height={10}
          rx={2}
        />
      </svg>
      <p className="week-ends quiet" aria-hidden="true">
        <span>{money({ amount: String(-reach), currency: least.currency })}</span>
        <span>{money({ amount: "0", currency: least.currency })}</span>
        <span>{money({ amount: String(reach), currency: least.currency })}</span>
      </p>
    </div>
  );
}
