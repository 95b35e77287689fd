import type { LiftFragment } from "../generated/CartReport";
import { percent } from "../promises/percent";
import { useCartWords } from "../words/carts/useCartWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { LiftInterval } from "./LiftInterval";
import { ReportTable } from "./ReportTable";

interface LiftCardProps {
  readonly lift: LiftFragment;
  /** Its name, where there are several. */
  readonly channel: string | null;
}

const FEW = 20;

/** What writing brought in a channel: an interval, or that it cannot be said yet; never one number. */
export function LiftCard({ lift, channel }: LiftCardProps) {
  const words = useCartWords();
  const { money, number, tag } = useLanguage();
  const since = new Intl.DateTimeFormat(tag, { dateStyle: "long" }).format(Date.parse(lift.since));
  const { verdict, written, heldOut, leastAPerson, mostAPerson, leastBrought, mostBrought } = lift;
  const brought = { least: leastBrought ? money(leastBrought) : "", most: mostBrought ? money(mostBrought) : "" };
  return (
    <section className="section lift">
      <h2>{channel === null ? words.lift : fill(words.liftIn, { channel })}</h2>
      <p className="score">{fill(words.verdicts[verdict], brought)}</p>
      <p>{fill(words.verdictWhy[verdict], why())}</p>
      {leastAPerson && mostAPerson && <LiftInterval least={leastAPerson} most={mostAPerson} />}
      <ReportTable
        heads={[words.group, words.people, words.buyers, words.share, words.perPerson]}
        rows={[
          [words.written, ...cells(written, lift.writtenRevenue)],
          [words.never, ...cells(heldOut, lift.heldOutRevenue)],
        ]}
      />
      <p className="quiet">{fill(words.liftNote, { since })}</p>
    </section>
  );

  function why(): Record<string, string> {
    if (!leastAPerson || !mostAPerson) return { written: number(written.buyers), heldOut: number(heldOut.buyers) };
    if (verdict !== "LOSS") return { least: money(leastAPerson), most: money(mostAPerson) };
    const less = ({ amount, currency }: typeof leastAPerson) => money({ amount: amount.replace(/^-/, ""), currency });
    return { least: less(mostAPerson), most: less(leastAPerson) };
  }

  function cells({ people, buyers }: LiftFragment["written"], { amount, currency }: LiftFragment["writtenRevenue"]) {
    if (people < FEW) return [number(people), number(buyers), words.tooFew, words.tooFew];
    const each = money({ amount: (Number(amount) / people).toFixed(2), currency });
    return [number(people), number(buyers), percent(tag, buyers / people), each];
  }
}
