import { X } from "lucide-react";
import { useDeliveryWords } from "../words/delivery/useDeliveryWords";
import { fill } from "../words/language";

interface RemoveRowProps {
  readonly name: string;
  readonly onRemove: () => void;
}

export function RemoveRow({ name, onRemove }: RemoveRowProps) {
  const words = useDeliveryWords();
  const label = fill(words.removeNamed, { name });
  return (
    <button type="button" className="icon remove-row" aria-label={label} title={label} onClick={onRemove}>
      <X size={16} aria-hidden="true" />
    </button>
  );
}
