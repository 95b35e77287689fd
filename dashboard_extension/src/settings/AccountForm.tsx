import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import type { MailSendersQuery } from "../generated/MailSenders";
import { SenderUpdate, type SenderUpdateMutationVariables } from "../generated/SenderUpdate";
import { type Fault, outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { useAppWords } from "../words/app/useAppWords";
import { useLanguage } from "../words/useLanguage";
import { ChoiceField } from "./ChoiceField";
import { TextField } from "./TextField";

/** What may be seen while it is typed. */
const OPEN = new Set(["host", "port", "username", "sender_domain", "region", "usercode", "header", "phone_number_id"]);

interface AccountFormProps {
  readonly configuration: string;
  readonly medium: NonNullable<SenderUpdateMutationVariables["input"]["medium"]>;
  readonly label: string;
  /** What it is called to have none. */
  readonly none: string;
  readonly account: { readonly provider: string | null; readonly credentials: readonly string[] };
  readonly providers: MailSendersQuery["mailProviders"];
  readonly onChange: () => Promise<void>;
}

/** By whom the messages of one medium leave. It is saved by itself: a key is never read back into a form. */
export function AccountForm({ configuration, medium, label, none, account, providers, onChange }: AccountFormProps) {
  const { ask, dashboard } = useStaff();
  const { settings: words } = useAppWords();
  const { words: common } = useLanguage();
  const [provider, setProvider] = useState(account.provider ?? "");
  const [credentials, setCredentials] = useState<Readonly<Record<string, string>>>({});
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [busy, setBusy] = useState(false);
  const chosen = providers.find((one) => one.id === provider);
  const changed = provider !== (account.provider ?? "") || Object.values(credentials).some((value) => value !== "");
  const faultOf = (name: string) => faults.find((one) => one.field === name)?.message ?? null;
  const isKept = (name: string) => provider === account.provider && account.credentials.includes(name);

  async function save(): Promise<void> {
    if (busy) return;
    setBusy(true);
    const input = { configuration, medium, provider, credentials: JSON.stringify(credentials) };
    const outcome = outcomeOf(await ask(SenderUpdate, { input }), (data) => data.senderUpdate);
    setBusy(false);
    setFaults("faults" in outcome ? outcome.faults : []);
    if ("failure" in outcome) dashboard.toast("error", words.notSaved, common.failures[outcome.failure.code].why);
    if (!("payload" in outcome)) return;
    dashboard.toast("success", words.saved);
    await onChange();
  }

  return (
    <>
      <ChoiceField
        label={label}
        value={provider}
        fault={faultOf("provider")}
        options={[{ value: "", label: none }, ...providers.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={setProvider}
      />
      {[...(chosen?.asks ?? []), ...(chosen?.may ?? [])].map((name) => (
        <TextField
          key={name}
          label={words.credentials[name] ?? name}
          type={OPEN.has(name) ? "text" : "password"}
          value={credentials[name] ?? ""}
          fault={faultOf(name)}
          {...(isKept(name) ? { hint: words.keptSecret } : {})}
          onChange={(value) => setCredentials({ ...credentials, [name]: value })}
        />
      ))}
      {changed && (
        <div className="add-line">
          <Button type="button" size="small" aria-disabled={busy} onClick={save}>
            {busy ? words.saving : words.saveProvider}
          </Button>
        </div>
      )}
    </>
  );
}
