import type { DeliveryAddressInput } from "../generated/OrderActPreview";
import { useActWords } from "../words/acts/useActWords";
import { ActField } from "./ActField";

interface ActAddressProps {
  readonly address: DeliveryAddressInput;
  readonly onChange: (address: DeliveryAddressInput) => void;
}

const FIELDS = [
  "firstName",
  "lastName",
  "companyName",
  "streetAddress1",
  "streetAddress2",
  "cityArea",
  "city",
  "postalCode",
  "countryArea",
  "country",
  "phone",
] as const;
const NEEDED: readonly string[] = ["firstName", "lastName", "streetAddress1", "city", "country"];

/** Where the order goes instead. */
export function ActAddress({ address, onChange }: ActAddressProps) {
  const { address: words } = useActWords();
  return FIELDS.map((field) => (
    <ActField key={field} label={words[field]}>
      <input
        type="text"
        required={NEEDED.includes(field)}
        maxLength={field === "country" ? 2 : 256}
        value={address[field] ?? ""}
        onChange={(event) => onChange({ ...address, [field]: event.target.value })}
      />
    </ActField>
  ));
}
