import { Button } from "@saleor/macaw-ui";
import { useDeskSettingWords } from "../words/deskSettings/useDeskSettingWords";
import type { Reason } from "./draft";
import { freeName } from "./freeName";
import type { PartProps } from "./parts";
import { ReasonCard } from "./ReasonCard";
import { Section } from "./Section";
import { TextField } from "./TextField";

const MOST = 40;

/** Why people write, and how soon they are answered. */
export function TicketsPart({ settings, faultOf, onChange }: PartProps) {
  const words = useDeskSettingWords();
  const reasons = settings.ticket_reasons;
  const put = (ticket_reasons: readonly Reason[]) => onChange({ ticket_reasons });
  const added = (): Reason => ({
    name: freeName("reason-", reasons),
    title: {},
    department: "",
    priority: "NORMAL",
    first_reply_minutes: 0,
    resolve_minutes: 0,
  });
  return (
    <>
      <Section {...words.tickets}>
        <div className="rows">
          {reasons.map((reason, index) => (
            <ReasonCard
              key={reason.name}
              reason={reason}
              number={index + 1}
              departments={settings.departments.map(({ name }) => name).filter((name) => name !== "")}
              faultOf={(field) => faultOf(`ticket_reasons.${index}.${field}`)}
              onChange={(next) => put(reasons.map((one) => (one.name === reason.name ? next : one)))}
              onRemove={() => put(reasons.filter(({ name }) => name !== reason.name))}
            />
          ))}
        </div>
        {reasons.length < MOST && (
          <Button type="button" variant="secondary" size="small" onClick={() => put([...reasons, added()])}>
            {words.addReason}
          </Button>
        )}
      </Section>
      <Section {...words.clocks}>
        <TextField
          label={words.usualFirstReply}
          type="number"
          hint={words.noClock}
          value={String(settings.first_reply_minutes)}
          fault={faultOf("first_reply_minutes")}
          onChange={(minutes) => onChange({ first_reply_minutes: Number(minutes) })}
        />
        <TextField
          label={words.usualResolve}
          type="number"
          hint={words.noClock}
          value={String(settings.resolve_minutes)}
          fault={faultOf("resolve_minutes")}
          onChange={(minutes) => onChange({ resolve_minutes: Number(minutes) })}
        />
      </Section>
    </>
  );
}
