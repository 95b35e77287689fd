import { Button } from "@saleor/macaw-ui";
import { useAppWords } from "../words/app/useAppWords";
import { AspectCard } from "./AspectCard";
import type { Aspect } from "./draft";
import type { FaultOf } from "./faults";
import { freeName } from "./freeName";

const MOST = 12;

interface AspectsFieldProps {
  readonly aspects: readonly Aspect[];
  readonly faultOf: FaultOf;
  readonly onChange: (aspects: readonly Aspect[]) => void;
}

/** The merchant's own questions about a product, each with the answers to choose from. */
export function AspectsField({ aspects, faultOf, onChange }: AspectsFieldProps) {
  const { settings } = useAppWords();
  const words = settings.aspects;
  const added = (): Aspect => ({
    name: freeName("q", aspects),
    question: {},
    answers: [{ name: "a1" }, { name: "a2" }],
    categories: [],
  });
  return (
    <fieldset className="rows aspects">
      <legend>{words.legend}</legend>
      <p className="quiet">{words.why}</p>
      {aspects.map((aspect, index) => (
        <AspectCard
          key={aspect.name}
          aspect={aspect}
          number={index + 1}
          faultOf={(field) => faultOf(`review_aspects.${index}.${field}`)}
          onChange={(next) => onChange(aspects.map((one) => (one.name === aspect.name ? next : one)))}
          onRemove={() => onChange(aspects.filter(({ name }) => name !== aspect.name))}
        />
      ))}
      {aspects.length < MOST && (
        <Button type="button" variant="secondary" size="small" onClick={() => onChange([...aspects, added()])}>
          {words.add}
        </Button>
      )}
    </fieldset>
  );
}
