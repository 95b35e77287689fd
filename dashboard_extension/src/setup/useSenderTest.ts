import { useState } from "react";
import { SenderTest } from "../generated/SenderTest";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { fill } from "../words/language";
import { useSetupWords } from "../words/setup/useSetupWords";
import { useLanguage } from "../words/useLanguage";

/** Have a test e-mail sent to the reader, by the sender of a channel or the default one. */
export function useSenderTest() {
  const { ask, dashboard } = useStaff();
  const words = useSetupWords();
  const { words: common } = useLanguage();
  const [busy, setBusy] = useState(false);
  return {
    busy,
    /** True when it is on its way. */
    async test(channel: string | null): Promise<boolean> {
      if (busy) return false;
      setBusy(true);
      const outcome = outcomeOf(await ask(SenderTest, { channel }), (data) => data.senderTest);
      setBusy(false);
      if ("payload" in outcome) {
        dashboard.toast("success", fill(words.testSent, { email: outcome.payload.sentTo ?? "" }));
        return true;
      }
      const [fault] = "faults" in outcome ? outcome.faults : [];
      const limited = fault?.code === "LIMITED" ? words.testLimited : fault?.message;
      dashboard.toast(
        "error",
        words.testNotSent,
        "failure" in outcome ? common.failures[outcome.failure.code].why : limited,
      );
      return false;
    },
  };
}
