import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { AlertAccount } from "../generated/AlertAccount";
import { AlertAccountTry } from "../generated/AlertAccountTry";
import { AlertAccountUpdate } from "../generated/AlertAccountUpdate";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { faultText, useSender } from "../staff/useSender";
import { useDeskSettingWords } from "../words/deskSettings/useDeskSettingWords";
import { fill } from "../words/language";
import { Section } from "./Section";
import { TextField } from "./TextField";

const load = loadOf(AlertAccount);
const NOTHING = {};

/** One chat of the merchant's that hears of who waits; its address is a secret, and is never shown again. */
export function AlertAccountPart() {
  const words = useDeskSettingWords();
  const { ask, dashboard } = useStaff();
  const { loaded, again } = useLoaded(load, NOTHING);
  const sender = useSender<unknown>(words);
  const [address, setAddress] = useState("");
  if (loaded.kind !== "shown") return null;
  const account = loaded.data.alertAccount;
  const save = async (to: string) => {
    const done = await sender.send(async () =>
      outcomeOf(await ask(AlertAccountUpdate, { address: to }), (data) => data.alertAccountUpdate),
    );
    if (done === null) return;
    setAddress("");
    dashboard.toast("success", words.alertSaved);
    again();
  };
  const attempt = async () => {
    const done = await sender.send(async () =>
      outcomeOf(await ask(AlertAccountTry, NOTHING), (data) => data.alertAccountTry),
    );
    if (done !== null) dashboard.toast("success", words.alertTried);
    again();
  };
  const [fault] = sender.faults;
  return (
    <Section what={words.alertAccount} why={words.alertAccountWhy}>
      {account && <p>{fill(words.alertIsSet, { kind: account.kind })}</p>}
      {account?.problem && <p className="fault">{fill(words.alertProblem, { why: account.problem })}</p>}
      <TextField
        label={words.alertAddress}
        type="password"
        value={address}
        hint={words.alertAddressHint}
        fault={fault ? faultText(words, fault) : null}
        onChange={setAddress}
      />
      <div className="form-deeds">
        {address.trim() !== "" && (
          <Button type="button" size="small" aria-disabled={sender.busy} onClick={() => save(address.trim())}>
            {words.alertSave}
          </Button>
        )}
        {account && (
          <>
            <Button type="button" variant="secondary" size="small" aria-disabled={sender.busy} onClick={attempt}>
              {words.alertTry}
            </Button>
            <Button type="button" variant="tertiary" size="small" aria-disabled={sender.busy} onClick={() => save("")}>
              {words.alertRemove}
            </Button>
          </>
        )}
      </div>
    </Section>
  );
}
