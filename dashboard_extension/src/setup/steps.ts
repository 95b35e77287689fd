import type { SetupQuery } from "../generated/Setup";

export type Setup = SetupQuery["setup"];

export const STEPS = [
  "originsSet",
  "snippetSeen",
  "hoursSet",
  "senderTested",
  "firstTestMessage",
  "leaversAsked",
] as const;
export type StepName = (typeof STEPS)[number];

export interface Progress {
  readonly steps: readonly { readonly name: StepName; readonly done: boolean }[];
  readonly done: number;
  /** The first step that is not done. */
  readonly next: StepName | null;
}

export function progressOf(setup: Setup): Progress {
  const facts = { ...setup, snippetSeen: setup.snippetSeenAt !== null };
  const steps = STEPS.map((name) => ({ name, done: facts[name] }));
  return {
    steps,
    done: steps.filter((step) => step.done).length,
    next: steps.find((step) => !step.done)?.name ?? null,
  };
}
