import { lazy, Suspense, useEffect } from "react";
import { CartsPage } from "../carts/CartsPage";
import { ContactsPage } from "../contacts/ContactsPage";
import { useDesk } from "../live/LiveContext";
import { MailsPage } from "../mails/MailsPage";
import { Notice } from "../order/Notice";
import { PermissionsPage } from "../permissions/PermissionsPage";
import { PromisesPage } from "../promises/PromisesPage";
import { QuestionsPage } from "../questions/QuestionsPage";
import { ReviewsPage } from "../reviews/ReviewsPage";
import { SetupPage } from "../setup/SetupPage";
import { useWatched } from "../useWatched";
import { useAppWords } from "../words/app/useAppWords";
import { ActNews } from "./ActNews";
import { AssignedNews } from "./AssignedNews";
import { ChatNews } from "./ChatNews";
import { PageTabs } from "./PageTabs";
import { useGoKeys } from "./useGoKeys";
import { Waiting } from "./Waiting";
import { useWay } from "./WayContext";
import { type Place, placeOf } from "./way";

const ApprovalsPage = lazy(() => import("../approvals/ApprovalsPage"));
const InboxPage = lazy(() => import("../inbox/InboxPage"));
const ReportPage = lazy(() => import("../report/ReportPage"));
const SettingsPage = lazy(() => import("../settings/SettingsPage"));

export function AppPages() {
  const place = placeOf(useWatched(useWay()));
  const words = useAppWords();
  const waiting = useWatched(useDesk().waiting);
  useGoKeys();
  const page = place.page === "nowhere" ? words.app : `${words.pages[place.page]} · ${words.app}`;
  const title = waiting > 0 ? `(${waiting}) ${page}` : page;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <PageTabs page={place.page} />
      <ActNews />
      <ChatNews />
      <AssignedNews />
      <Suspense fallback={<Waiting />}>
        <PageAt place={place} />
      </Suspense>
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
    case "approvals":
      return <ApprovalsPage />;
    case "report":
      return <ReportPage />;
    case "carts":
      return <CartsPage caseId={place.caseId} />;
    case "contacts":
      return <ContactsPage personId={place.personId} />;
    case "mails":
      return <MailsPage kind={place.kind} />;
    case "promises":
      return <PromisesPage />;
    case "reviews":
      return <ReviewsPage />;
    case "questions":
      return <QuestionsPage />;
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
