import type { AskStaff } from "../api/askAsStaff";
import { CartCaseGoOn } from "../generated/CartCaseGoOn";
import { CartCaseSendNow } from "../generated/CartCaseSendNow";
import { CartCaseStop } from "../generated/CartCaseStop";
import { type Outcome, outcomeOf } from "../staff/outcome";

export type Deed = "stop" | "goOn" | "sendNow";

/** Do it. Where nothing was sent, the fault's code is why. */
export async function decide(ask: AskStaff, id: string, deed: Deed): Promise<Outcome<unknown>> {
  if (deed === "stop") return outcomeOf(await ask(CartCaseStop, { id }), (data) => data.cartCaseStop);
  if (deed === "goOn") return outcomeOf(await ask(CartCaseGoOn, { id }), (data) => data.cartCaseGoOn);
  const answer = await ask(CartCaseSendNow, { id });
  const silence = "data" in answer ? (answer.data.cartCaseSendNow?.silence ?? null) : null;
  const outcome = outcomeOf(answer, (data) => data.cartCaseSendNow);
  if (silence === null || !("faults" in outcome)) return outcome;
  return { faults: outcome.faults.map((fault) => ({ ...fault, code: silence })) };
}
