import { Button } from "@saleor/macaw-ui";
import { EmptyPlace } from "../app/EmptyPlace";
import { useContactWords } from "../words/contacts/useContactWords";
import { useLanguage } from "../words/useLanguage";
import { ContactRow } from "./ContactRow";
import type { Found } from "./loadContacts";

interface ContactListProps {
  readonly found: Found;
  /** Whether the list is narrowed to something. */
  readonly narrowed: boolean;
  readonly onAll: () => void;
  readonly onMore: () => void;
}

export function ContactList({ found, narrowed, onAll, onMore }: ContactListProps) {
  const words = useContactWords();
  const { count } = useLanguage();
  return (
    <>
      <p className="quiet" role="status">
        {count(words.found, found.total)}
      </p>
      {found.rows.length === 0 && !narrowed && <EmptyPlace {...words.emptyEver} />}
      {found.rows.length === 0 && narrowed && (
        <EmptyPlace {...words.emptyFound}>
          <Button type="button" variant="secondary" size="small" onClick={onAll}>
            {words.emptyFound.next}
          </Button>
        </EmptyPlace>
      )}
      <ul className="contact-rows">
        {found.rows.map((contact) => (
          <ContactRow key={contact.id} contact={contact} />
        ))}
      </ul>
      {found.more && (
        <Button type="button" variant="secondary" size="medium" onClick={onMore}>
          {words.more}
        </Button>
      )}
    </>
  );
}
