import { ArrowLeft } from "lucide-react";
import { EmptyPlace } from "../app/EmptyPlace";
import { LoadedPart } from "../app/LoadedPart";
import { PageHead } from "../app/PageHead";
import { PageLink } from "../app/PageLink";
import { useWay } from "../app/WayContext";
import { HeldMails, type HeldMailsQuery } from "../generated/HeldMails";
import { ReceivedMailLetIn } from "../generated/ReceivedMailLetIn";
import { ticketPath } from "../inbox/ticketPath";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useSender } from "../staff/useSender";
import { useDeskWords } from "../words/desk/useDeskWords";
import { useDeskSettingWords } from "../words/deskSettings/useDeskSettingWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";

type HeldMail = NonNullable<NonNullable<HeldMailsQuery["receivedMails"]["edges"][number]>["node"]>;

const load = loadOf(HeldMails);
const MOST = { first: 100 };

/** Mails that may not be from whom they say, and stand in no conversation until somebody decides. */
export default function HeldMailsPage() {
  const words = useDeskSettingWords();
  const desk = useDeskWords();
  const loading = useLoaded(load, MOST);
  return (
    <div className="page">
      <PageLink to="/inbox" className="back link">
        <ArrowLeft size={16} aria-hidden="true" />
        {desk.title}
      </PageLink>
      <PageHead title={words.held} intro={words.heldIntro} />
      <LoadedPart from={loading} needs="MANAGE_ORDERS">
        {({ receivedMails }) => {
          const mails = receivedMails.edges.flatMap((edge) => edge?.node ?? []);
          if (mails.length === 0) return <EmptyPlace {...words.heldNone} />;
          return (
            <ul className="contact-rows">
              {mails.map((mail) => (
                <HeldRow key={mail.id} mail={mail} onDone={loading.again} />
              ))}
            </ul>
          );
        }}
      </LoadedPart>
    </div>
  );
}

function HeldRow({ mail, onDone }: { readonly mail: HeldMail; readonly onDone: () => void }) {
  const words = useDeskSettingWords();
  const { moment, number } = useLanguage();
  const { ask } = useStaff();
  const way = useWay();
  const { busy, send } = useSender<{ readonly mail: { readonly ticketId: string | null } | null }>(words);
  const letIn = async () => {
    const act = async () => outcomeOf(await ask(ReceivedMailLetIn, { id: mail.id }), (data) => data.receivedMailLetIn);
    const done = await send(act);
    if (done?.mail?.ticketId) way.go(ticketPath(done.mail.ticketId));
    else onDone();
  };
  return (
    <li className="contact-row">
      <p>
        <span className="name" dir="auto">
          {mail.subject}
        </span>{" "}
        <span className="quiet">{mail.sender}</span>
      </p>
      <p className="pills">
        <time className="quiet" dateTime={mail.receivedAt}>
          {moment(mail.receivedAt)}
        </time>
        <span className="chip">{words.heldReasons[mail.reason] ?? mail.reason}</span>
        {mail.ticketId && mail.ticketNumber !== null && (
          <PageLink to={ticketPath(mail.ticketId)} className="link">
            {fill(words.heldFor, { number: number(mail.ticketNumber) })}
          </PageLink>
        )}
        <button type="button" className="button secondary" aria-disabled={busy} onClick={letIn}>
          {words.letIn}
        </button>
      </p>
    </li>
  );
}
