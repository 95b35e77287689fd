import type { ContactPersonQuery } from "../generated/ContactPerson";
import { useContactWords } from "../words/contacts/useContactWords";
import { useLanguage } from "../words/useLanguage";

type Said = NonNullable<ContactPersonQuery["person"]>["consents"][number];

/** What somebody said last, for each medium and purpose that one may choose. */
export function PersonConsents({ consents }: { readonly consents: readonly Said[] }) {
  const words = useContactWords();
  const purposes = [...new Set(consents.map((one) => one.purpose))];
  const media = [...new Set(consents.map((one) => one.medium))];
  return (
    <table className="consents">
      <caption>{words.consents}</caption>
      <thead>
        <tr>
          <th scope="col">{words.medium}</th>
          {purposes.map((purpose) => (
            <th key={purpose} scope="col">
              {words.purposes[purpose]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {media.map((medium) => (
          <tr key={medium}>
            <th scope="row">{words.media[medium]}</th>
            {purposes.map((purpose) => (
              <td key={purpose}>
                <Word said={consents.find((one) => one.medium === medium && one.purpose === purpose)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Word({ said }: { readonly said: Said | undefined }) {
  const words = useContactWords();
  const { moment } = useLanguage();
  if (!said?.at) return <span className="quiet">{words.unsaid}</span>;
  return (
    <>
      <span className={said.isGiven ? "pill good" : "pill bad"}>{said.isGiven ? words.given : words.withdrawn}</span>{" "}
      <span className="quiet">
        {moment(said.at)}
        {said.source && `, ${words.sources[said.source]}`}
      </span>
    </>
  );
}
