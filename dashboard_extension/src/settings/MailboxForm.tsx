import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import type { MailboxesQuery } from "../generated/Mailboxes";
import { MailboxTry } from "../generated/MailboxTry";
import { MailboxUpdate } from "../generated/MailboxUpdate";
import { CopyableText } from "../order/CopyableText";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { useSender } from "../staff/useSender";
import { useDeskSettingWords } from "../words/deskSettings/useDeskSettingWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { ChoiceField } from "./ChoiceField";
import { TextField } from "./TextField";

interface MailboxFormProps {
  readonly configuration: string;
  /** Null where no mails come in. */
  readonly mailbox: MailboxesQuery["mailboxes"][number] | null;
  readonly onChange: () => void;
}

const WAYS = ["imap", "mailgun", "mailjet", "postmark", "sparkpost"] as const;

/** A mailbox that is read, or a provider that hands mails over. Saved by itself: the password is never read back. */
export function MailboxForm({ configuration, mailbox, onChange }: MailboxFormProps) {
  const words = useDeskSettingWords();
  const { moment } = useLanguage();
  const { ask, dashboard } = useStaff();
  const sender = useSender<unknown>(words);
  const saved = {
    way: mailbox?.way ?? "",
    host: mailbox?.host ?? "",
    username: mailbox?.username ?? "",
    password: "",
    authservId: mailbox?.authservId ?? "",
  };
  const [draft, setDraft] = useState(saved);
  const changed = JSON.stringify(draft) !== JSON.stringify(saved);
  const faultOf = (field: string) => sender.faults.find((fault) => fault.field === field)?.message ?? null;
  const field = (name: "host" | "username" | "password" | "authservId", label: string, hint: string) => (
    <TextField
      label={label}
      type={name === "password" ? "password" : "text"}
      value={draft[name]}
      hint={hint}
      fault={faultOf(name)}
      onChange={(value) => setDraft({ ...draft, [name]: value })}
    />
  );
  const save = async () => {
    const input = { configuration, ...draft };
    const done = await sender.send(async () =>
      outcomeOf(await ask(MailboxUpdate, { input }), (data) => data.mailboxUpdate),
    );
    if (done === null) return;
    setDraft({ ...draft, password: "" });
    dashboard.toast("success", words.alertSaved);
    onChange();
  };
  const attempt = async () => {
    const done = await sender.send(async () =>
      outcomeOf(await ask(MailboxTry, { configuration }), (data) => data.mailboxTry),
    );
    if (done !== null) dashboard.toast("success", words.mailboxWorks);
    onChange();
  };
  const whole = sender.faults.find((fault) => fault.field === null || fault.field === "way");
  return (
    <>
      <ChoiceField
        label={words.mailboxWay}
        value={draft.way}
        options={[
          { value: "", label: words.mailboxOff },
          ...WAYS.map((way) => ({ value: way, label: words.ways[way] })),
        ]}
        onChange={(way) => setDraft({ ...draft, way })}
      />
      {draft.way === "imap" && (
        <>
          {field("host", words.mailboxHost, words.mailboxHostHint)}
          {field("username", words.mailboxUser, "")}
          {field("password", words.mailboxPassword, mailbox?.hasPassword ? words.mailboxKept : "")}
        </>
      )}
      {draft.way !== "" && field("authservId", words.authservId, words.authservIdHint)}
      {mailbox?.address && (
        <div className="field">
          <p className="quiet">{words.mailboxAddress}</p>
          <CopyableText name={words.mailboxAddressName} text={mailbox.address} />
        </div>
      )}
      {mailbox?.problem && <p className="fault">{fill(words.mailboxProblem, { why: mailbox.problem })}</p>}
      {mailbox?.checkedAt && <p className="quiet">{fill(words.mailboxRead, { when: moment(mailbox.checkedAt) })}</p>}
      {whole && (
        <p className="fault" role="alert">
          {whole.message}
        </p>
      )}
      <div className="form-deeds">
        {changed && (
          <Button type="button" size="small" aria-disabled={sender.busy} onClick={save}>
            {words.mailboxSave}
          </Button>
        )}
        {mailbox?.way === "imap" && !changed && (
          <Button type="button" variant="secondary" size="small" aria-disabled={sender.busy} onClick={attempt}>
            {words.mailboxTry}
          </Button>
        )}
      </div>
    </>
  );
}
