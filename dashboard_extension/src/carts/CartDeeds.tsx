import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import type { Undoable } from "../app/UndoToast";
import type { CartCaseFactsFragment } from "../generated/CartCase";
import { SureDialog } from "../settings/SureDialog";
import { useStaff } from "../staff/StaffContext";
import { faultText, useSender } from "../staff/useSender";
import { useCartWords } from "../words/carts/useCartWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { type Deed, decide } from "./decide";
import { useSilences } from "./useSilences";

interface CartDeedsProps {
  readonly facts: CartCaseFactsFragment;
  readonly onDone: () => Promise<void>;
  readonly onUndoable: (undoable: Undoable) => void;
}

/** What staff can do about a case that is not over: nothing is sent without saying first what it is. */
export function CartDeeds({ facts, onDone, onUndoable }: CartDeedsProps) {
  const words = useCartWords();
  const { words: common, count, money, number } = useLanguage();
  const { ask, dashboard } = useStaff();
  const refusals = { failed: words.failed, faults: { ...useSilences(), ...words.faults } };
  const sender = useSender(refusals);
  const [doing, setDoing] = useState<Deed | null>(null);
  const [asking, setAsking] = useState(false);
  const { nextStep, state } = facts;
  const turn = async (deed: Deed) => {
    setDoing(deed);
    const done = (await sender.send(() => decide(ask, facts.id, deed))) !== null;
    await onDone();
    return done;
  };
  const press = async (deed: "stop" | "goOn") => {
    if (!(await turn(deed))) return;
    const back = deed === "stop" ? "goOn" : "stop";
    onUndoable({ said: deed === "stop" ? words.stopped : words.wentOn, undo: () => turn(back) });
  };
  const sendNow = async () => {
    setAsking(false);
    if (await turn("sendNow")) dashboard.toast("success", words.sentNow);
  };
  const isOpen = state === "WATCHED" || state === "ABANDONED";
  if (!isOpen && state !== "STOPPED") return null;
  const fault = sender.failure ? common.failures[sender.failure.code].why : faultOrNone();
  return (
    <>
      <div className="case-deeds">
        {isOpen && nextStep && (
          <Button type="button" aria-disabled={sender.busy} onClick={() => sender.busy || setAsking(true)}>
            {textOf("sendNow", words.sendNow, words.sending)}
          </Button>
        )}
        {isOpen ? (
          <Button type="button" variant="secondary" aria-disabled={sender.busy} onClick={() => press("stop")}>
            {textOf("stop", words.stop, words.stopping)}
          </Button>
        ) : (
          <Button type="button" variant="secondary" aria-disabled={sender.busy} onClick={() => press("goOn")}>
            {textOf("goOn", words.goOn, words.goingOn)}
          </Button>
        )}
      </div>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      {nextStep && (
        <SureDialog
          open={asking}
          what={fill(words.sure.what, { number: number(nextStep.number), of: number(nextStep.of) })}
          why={why(nextStep.voucherPercent)}
          stay={words.sure.stay}
          go={words.sure.go}
          onStay={() => setAsking(false)}
          onGo={sendNow}
        />
      )}
    </>
  );

  function why(voucherPercent: number | null): string {
    const goes = fill(words.sure.why, {
      email: facts.email ?? words.unknownPerson,
      items: count(words.items, facts.cart?.quantity ?? 0),
      money: money(facts.value),
    });
    return voucherPercent === null ? goes : `${goes} ${fill(words.sure.voucher, { percent: number(voucherPercent) })}`;
  }

  function textOf(deed: Deed, text: string, underWay: string): string {
    return sender.busy && doing === deed ? underWay : text;
  }

  function faultOrNone(): string | null {
    return sender.faults.length > 0 ? faultText(refusals, sender.faults[0]) : null;
  }
}
