import type { Draft, Settings } from "./draft";
import type { FaultOf } from "./faults";

/** What every part of the form is given. */
export interface PartProps {
  readonly settings: Settings;
  readonly faultOf: FaultOf;
  readonly onChange: (changes: Partial<Settings>) => void;
}

export type ChangeDraft = (changes: Partial<Draft>) => void;
