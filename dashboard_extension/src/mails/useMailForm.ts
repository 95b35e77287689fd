import { useEffect, useState } from "react";
import type { Answer } from "../api/ask";
import { useWay } from "../app/WayContext";
import { MailTextReset } from "../generated/MailTextReset";
import type { MailTextFragment } from "../generated/MailTexts";
import { MailTextTest } from "../generated/MailTextTest";
import { MailTextUpdate } from "../generated/MailTextUpdate";
import { type Fault, outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { fill } from "../words/language";
import { useMailWords } from "../words/mails/useMailWords";
import { useLanguage } from "../words/useLanguage";
import { type Texts, textsOf, wholeOf } from "./texts";

type Change = { readonly errors: readonly Fault[] };

/** The texts of one mail being edited: what stands in the form, and what saving, testing or leaving it does. */
export function useMailForm(mail: MailTextFragment, onChange: () => Promise<void>) {
  const { ask, dashboard } = useStaff();
  const words = useMailWords();
  const { words: common } = useLanguage();
  const way = useWay();
  const saved = textsOf(mail);
  const [edited, setEdited] = useState<Texts | null>(null);
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const texts = edited ?? saved;
  const changed = JSON.stringify(texts) !== JSON.stringify(saved);
  const of = { kind: mail.kind, language: mail.language, channel: mail.channel };
  const input = { ...of, texts: JSON.stringify(texts) };
  useEffect(() => {
    way.setGuard(changed ? (go) => setLeaving(() => go) : null);
    return () => way.setGuard(null);
  }, [way, changed]);

  async function act<Data, Payload extends Change>(
    work: Promise<Answer<Data>>,
    pick: (data: Data) => Payload | null,
    failed: string,
  ): Promise<Payload | null> {
    setBusy(true);
    const outcome = outcomeOf(await work, pick);
    setBusy(false);
    if ("payload" in outcome) {
      setFaults([]);
      return outcome.payload;
    }
    if ("faults" in outcome) {
      setFaults(outcome.faults.filter((fault) => fault.code !== "LIMITED"));
      if (outcome.faults.some((fault) => fault.code === "LIMITED")) dashboard.toast("error", failed, words.testLimited);
    } else {
      dashboard.toast("error", failed, common.failures[outcome.failure.code].why);
    }
    return null;
  }

  async function keep(work: () => Promise<Change | null>): Promise<void> {
    if (busy || (await work()) === null) return;
    dashboard.toast("success", words.saved);
    way.setGuard(null);
    await onChange();
  }

  return {
    texts,
    input,
    changed,
    busy,
    faults,
    leaving,
    change: setEdited,
    discard: () => {
      setEdited(null);
      setFaults([]);
    },
    restore: (version: string) => {
      setEdited(wholeOf(mail, version));
      dashboard.toast("success", words.restored);
    },
    save: () => keep(() => act(ask(MailTextUpdate, { input }), (data) => data.mailTextUpdate, words.notSaved)),
    reset: () => keep(() => act(ask(MailTextReset, { of }), (data) => data.mailTextReset, words.notSaved)),
    test: async () => {
      if (busy) return;
      const sent = await act(ask(MailTextTest, { input }), (data) => data.mailTextTest, words.testNotSent);
      if (sent) dashboard.toast("success", fill(words.testSent, { email: sent.sentTo ?? "" }));
    },
    stay: () => setLeaving(null),
  };
}
