import "../acts/acts.css";
import { ArrowLeft } from "lucide-react";
import { Decide } from "../acts/Decide";
import { EmptyPlace } from "../app/EmptyPlace";
import { LoadedPart } from "../app/LoadedPart";
import { PageHead } from "../app/PageHead";
import { PageLink } from "../app/PageLink";
import { ActsWaiting, type WaitingActFragment } from "../generated/ActsWaiting";
import { ticketPath } from "../inbox/ticketPath";
import { useReasonNames } from "../inbox/useReasons";
import { useStaff } from "../staff/StaffContext";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useActWords } from "../words/acts/useActWords";
import { useDeskWords } from "../words/desk/useDeskWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";

const load = loadOf(ActsWaiting);
const MOST = { first: 100 };
const EVERY_MS = 20_000;

/** What staff would do about orders and may not do alone, for whoever may decide. */
export default function ApprovalsPage() {
  const words = useActWords();
  const desk = useDeskWords();
  const loading = useLoaded(load, MOST, EVERY_MS);
  return (
    <div className="page">
      <PageLink to="/inbox" className="back link">
        <ArrowLeft size={16} aria-hidden="true" />
        {desk.title}
      </PageLink>
      <PageHead title={words.approvals} intro={words.approvalsIntro} />
      <LoadedPart from={loading} needs="MANAGE_ORDERS">
        {({ actsWaiting }) => {
          const acts = actsWaiting.edges.flatMap((edge) => edge?.node ?? []);
          if (acts.length === 0) return <EmptyPlace {...words.approvalsNone} />;
          return (
            <ul className="approvals">
              {acts.map((act) => (
                <Approval key={act.id} act={act} onDecided={loading.again} />
              ))}
            </ul>
          );
        }}
      </LoadedPart>
    </div>
  );
}

function Approval({ act, onDecided }: { readonly act: WaitingActFragment; readonly onDecided: () => void }) {
  const words = useActWords();
  const { money, moment, tag } = useLanguage();
  const { dashboard } = useStaff();
  const reasonOf = useReasonNames();
  const { order, ticket } = act;
  const what = [words.kinds[act.kind], act.money && money(act.money)].filter(Boolean).join(", ");
  const customer = ticket?.customerName || ticket?.customerEmail;
  return (
    <li className="section approval">
      <h2>{fill(words.asks, { who: act.byEmail, what })}</h2>
      <p className="pills">
        {act.reason && <span className="chip">{reasonOf(act.reason)}</span>}
        {act.groups.map((group) => (
          <span key={group} className="chip">
            {group}
          </span>
        ))}
        <time className="quiet" dateTime={act.askedAt}>
          {moment(act.askedAt)}
        </time>
      </p>
      {act.passed.length > 0 && (
        <p className="quiet">
          {fill(words.passedLimits, {
            limits: new Intl.ListFormat(tag).format(act.passed.map((one) => words.passed[one])),
          })}
        </p>
      )}
      {act.note && <p dir="auto">{act.note}</p>}
      <p className="pills">
        <button
          type="button"
          className="link"
          onClick={() => dashboard.open(`/orders/${encodeURIComponent(order.id)}`)}
        >
          {fill(words.order, { number: order.number })} · {money(order.total)}
        </button>
        {ticket && (
          <PageLink to={ticketPath(ticket.id)} className="link">
            {words.openTicket}: {ticket.subject}
          </PageLink>
        )}
        {customer && <span className="quiet">{customer}</span>}
      </p>
      {act.canDecide ? <Decide id={act.id} onDecided={onDecided} /> : <p className="quiet">{words.yours}</p>}
    </li>
  );
}
