import { PageLink } from "../app/PageLink";
import type { ContactRowFragment, ContactState } from "../generated/Contacts";
import { useMinute } from "../order/useMinute";
import { useContactWords } from "../words/contacts/useContactWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";

const TONES: Readonly<Record<ContactState, string>> = {
  WAITING: "moving",
  SENDING: "moving",
  SENT: "good",
  FAILED: "bad",
  IN_DOUBT: "open",
  WITHHELD: "plain",
};

/** One message, with why it went out or why not. */
export function ContactRow({ contact }: { readonly contact: ContactRowFragment }) {
  const words = useContactWords();
  const { ago, moment } = useLanguage();
  const now = useMinute();
  const { person, state, reason, said, basis, dueAt } = contact;
  const address = contact.address || words.forgotten;
  return (
    <li className="contact-row">
      <span className="row-head">
        {person ? (
          <PageLink to={`/contacts/${encodeURIComponent(person.id)}`} className="name link">
            {address}
          </PageLink>
        ) : (
          <span className="name">{address}</span>
        )}
        <time className="quiet" dateTime={contact.createdAt} title={moment(contact.createdAt)}>
          {ago(contact.createdAt, now)}
        </time>
      </span>
      <span className="subject" dir="auto">
        {contact.subject}
      </span>
      <span className="pills">
        <span className={`pill ${TONES[state]}`}>
          <span className="only-heard">{words.state}: </span>
          {words.states[state]}
        </span>
        <span className="chip">{words.purposes[contact.purpose]}</span>
        <span className="chip">{words.media[contact.medium]}</span>
      </span>
      <span className="quiet">
        {reason ? words.reasons[reason] : basis && words.bases[basis]}
        {said && (
          <>
            {" "}
            <code>{said}</code>
          </>
        )}
        {dueAt && reason && ` · ${fill(words.lookedAt, { when: moment(dueAt) })}`}
      </span>
    </li>
  );
}
