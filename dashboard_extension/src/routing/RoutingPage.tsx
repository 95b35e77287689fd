import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { EmptyPlace } from "../app/EmptyPlace";
import { LoadedPart } from "../app/LoadedPart";
import { PageHead } from "../app/PageHead";
import { RoutingRuleDelete } from "../generated/RoutingRuleDelete";
import { RoutingRules, type RuleFragment } from "../generated/RoutingRules";
import { RoutingRuleUpdate } from "../generated/RoutingRuleUpdate";
import { BackToList } from "../settings/BackToList";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useSender } from "../staff/useSender";
import { fill } from "../words/language";
import { useRoutingWords } from "../words/routing/useRoutingWords";
import { RuleForm } from "./RuleForm";
import { RuleRow } from "./RuleRow";
import { draftOf, inputOf, NEW_RULE } from "./rule";
import "./routing.css";

const load = loadOf(RoutingRules);
const NOTHING = {};
const NEW = "new";

/** Which rules new tickets pass, in their order. */
export default function RoutingPage() {
  const words = useRoutingWords();
  const { ask, dashboard } = useStaff();
  const { send } = useSender<unknown>(words);
  const loading = useLoaded(load, NOTHING);
  const [open, setOpen] = useState<string | null>(null);
  const saved = () => {
    setOpen(null);
    loading.again();
  };
  const put = (rule: RuleFragment, position: number) =>
    send(async () => {
      const input = { ...inputOf(draftOf(rule)), position };
      return outcomeOf(await ask(RoutingRuleUpdate, { input }), (data) => data.routingRuleUpdate);
    });
  const swap = async (one: RuleFragment, other: RuleFragment | undefined) => {
    if (!other) return;
    await put(one, other.position);
    await put(other, one.position);
    loading.again();
  };
  const remove = async ({ id, name }: RuleFragment) => {
    const act = async () => outcomeOf(await ask(RoutingRuleDelete, { id }), (data) => data.routingRuleDelete);
    if ((await send(act)) === null) return;
    dashboard.toast("success", fill(words.removed, { name }));
    saved();
  };
  return (
    <div className="page form-page">
      <BackToList />
      <PageHead title={words.title} intro={words.intro}>
        <Button type="button" onClick={() => setOpen(NEW)}>
          {words.add}
        </Button>
      </PageHead>
      <LoadedPart from={loading} needs="MANAGE_SETTINGS">
        {({ routingRules: rules, ticketDepartments, channels }) => {
          const form = { departments: ticketDepartments, channels, onSaved: saved, onLeave: () => setOpen(null) };
          return (
            <>
              {open === NEW && <RuleForm rule={NEW_RULE} {...form} />}
              {rules.length === 0 && open !== NEW && <EmptyPlace {...words.none} />}
              <ol className="routing-rules">
                {rules.map((rule, index) => (
                  <li key={rule.id}>
                    {open === rule.id ? (
                      <RuleForm rule={draftOf(rule)} {...form} onDelete={() => remove(rule)} />
                    ) : (
                      <RuleRow
                        rule={rule}
                        onOpen={() => setOpen(rule.id)}
                        onUp={index > 0 ? () => swap(rule, rules[index - 1]) : null}
                        onDown={index < rules.length - 1 ? () => swap(rule, rules[index + 1]) : null}
                      />
                    )}
                  </li>
                ))}
              </ol>
            </>
          );
        }}
      </LoadedPart>
    </div>
  );
}
