import { LoadedPart } from "../app/LoadedPart";
import { PageLink } from "../app/PageLink";
import { type ContactPersonQuery, ContactPerson as Document } from "../generated/ContactPerson";
import { Notice } from "../order/Notice";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useContactWords } from "../words/contacts/useContactWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { PersonConsents } from "./PersonConsents";

const load = loadOf(Document);

type Person = NonNullable<ContactPersonQuery["person"]>;

/** Who somebody is to the shop, and what they said about being written to. */
export function ContactPerson({ id }: { readonly id: string }) {
  const words = useContactWords();
  const loading = useLoaded(load, { id });
  return (
    <section className="section person" aria-label={words.person}>
      <PageLink to="/contacts" className="link">
        {words.backToAll}
      </PageLink>
      <LoadedPart from={loading} needs="MANAGE_ORDERS">
        {({ person }) => (person ? <PersonFacts person={person} /> : <Notice says={words.missing} />)}
      </LoadedPart>
    </section>
  );
}

function PersonFacts({ person }: { readonly person: Person }) {
  const words = useContactWords();
  const { moment, country } = useLanguage();
  return (
    <>
      <h2>{words.person}</h2>
      <ul className="pills">
        {person.keys.map((key) => (
          <li key={`${key.kind} ${key.value}`} className="chip">
            {key.value}
            {key.isVerified && <span className="quiet"> · {words.verified}</span>}
          </li>
        ))}
        {person.country && <li className="chip">{country(person.country)}</li>}
        {person.timeZone && <li className="chip">{person.timeZone}</li>}
      </ul>
      <p className="quiet">{fill(words.knownSince, { when: moment(person.knownSince) })}</p>
      {person.closed.map((one) => (
        <p key={`${one.medium} ${one.reason}`} className="fault">
          {fill(words.closed[one.reason], { medium: words.media[one.medium] })}
        </p>
      ))}
      <PersonConsents consents={person.consents} />
    </>
  );
}
