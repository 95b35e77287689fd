import { useTicketWords } from "../words/tickets/useTicketWords";

/** Above an answer to an address that anybody may have typed. */
export function AddressDoubt({ confirmedAt }: { readonly confirmedAt: string | null }) {
  const words = useTicketWords();
  if (confirmedAt !== null) return null;
  return <p className="doubt">{words.addressDoubt}</p>;
}
