import { useEffect } from "react";
import { ContactsPage } from "../contacts/ContactsPage";
import { InboxPage } from "../inbox/InboxPage";
import { MailsPage } from "../mails/MailsPage";
import { Notice } from "../order/Notice";
import { PermissionsPage } from "../permissions/PermissionsPage";
import { PromisesPage } from "../promises/PromisesPage";
import { ReviewsPage } from "../reviews/ReviewsPage";
import { SettingsPage } from "../settings/SettingsPage";
import { SetupPage } from "../setup/SetupPage";
import { useWatched } from "../useWatched";
import { useAppWords } from "../words/app/useAppWords";
import { PageTabs } from "./PageTabs";
import { useWay } from "./WayContext";
import { type Place, placeOf } from "./way";

export function AppPages() {
  const place = placeOf(useWatched(useWay()));
  const words = useAppWords();
  const title = place.page === "nowhere" ? words.app : `${words.pages[place.page]} · ${words.app}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <PageTabs page={place.page} />
      <PageAt place={place} />
    </>
  );
}

function PageAt({ place }: { readonly place: Place }) {
  const words = useAppWords();
  switch (place.page) {
    case "setup":
      return <SetupPage />;
    case "inbox":
      return <InboxPage ticketId={place.ticketId} />;
    case "contacts":
      return <ContactsPage personId={place.personId} />;
    case "mails":
      return <MailsPage kind={place.kind} />;
    case "promises":
      return <PromisesPage />;
    case "reviews":
      return <ReviewsPage />;
    case "settings":
      return <SettingsPage configurationId={place.configurationId} />;
    case "permissions":
      return <PermissionsPage />;
    case "nowhere":
      return (
        <div className="page">
          <Notice says={words.nowhere} />
        </div>
      );
  }
}
