import { Zap } from "lucide-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Proposal } from "../acts/ActsPart";
import { actValues } from "../acts/actDraft";
import { Segments } from "../app/Segments";
import type { MacroFragment } from "../generated/Macros";
import type { ActKind } from "../generated/OrderActPreview";
import { useDesk } from "../live/LiveContext";
import { PhotoAdd } from "../photos/PhotoAdd";
import { PhotoTiles } from "../photos/PhotoTiles";
import { usePhotos } from "../photos/usePhotos";
import { useStaff } from "../staff/StaffContext";
import { AddressDoubt } from "../tickets/AddressDoubt";
import { isMac, isSendKey } from "../tickets/isSendKey";
import { wayTold } from "../tickets/wayTold";
import { useDeskWords } from "../words/desk/useDeskWords";
import { fill } from "../words/language";
import { usePhotoWords } from "../words/photos/usePhotoWords";
import { useTicketWords } from "../words/tickets/useTicketWords";
import { useLanguage } from "../words/useLanguage";
import { Articles } from "./Articles";
import { CopyField } from "./CopyField";
import type { ChatStanding } from "./chatStanding";
import { HeldReplies } from "./HeldReplies";
import { useKey } from "./KeysContext";
import type { Ticket } from "./loadThread";
import { MacroChips } from "./MacroChips";
import { MacroList } from "./MacroList";
import { useChatDeeds } from "./useChatDeeds";
import { useDraft } from "./useDraft";
import { useMacros } from "./useMacros";
import { useNoteSender } from "./useNoteSender";
import { useTicketDeeds } from "./useTicketDeeds";
import { useTypists } from "./useTypists";

interface ComposerProps {
  readonly ticket: Ticket;
  readonly standing: ChatStanding;
  readonly lastSeq: number;
  readonly onChange: () => void;
  /** An act that what was sent proposes, for the panel beside it. */
  readonly onPropose: (proposal: Proposal) => void;
}

type Side = "reply" | "note";

const TYPING_EVERY_MS = 2_500;
const PLACES = /\{\{[^{}]*\}\}/g;

/** Where staff write: to the shopper, or a note to each other. */
export function Composer({ ticket, standing, lastSeq, onChange, onPropose }: ComposerProps) {
  const words = useDeskWords();
  const ticketWords = useTicketWords();
  const photoWords = usePhotoWords();
  const { moment } = useLanguage();
  const id = useId();
  const { dashboard } = useStaff();
  const { live, unsent, outgoing } = useDesk();
  const [side, setSide] = useState<Side>("reply");
  const draft = useDraft(`${ticket.id}:${side}`);
  const photos = usePhotos(`${ticket.id}:reply`, ticket.id);
  const [wrong, setWrong] = useState<"empty" | "onTheirWay" | null>(null);
  const choose = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const typedAt = useRef(0);
  const note = useNoteSender(ticket.id);
  const { update } = useTicketDeeds(onChange);
  const chat = useChatDeeds(ticket.conversationId, onChange);
  const macros = useMacros({ ticketId: ticket.id, text: draft.text, box, onFilled: filled });
  const typists = useTypists(ticket.conversationId);
  const write = (to: Side) => () => {
    // What is typed right after the key is meant for this box.
    flushSync(() => setSide(to));
    box.current?.focus();
  };
  useKey("reply", write("reply"));
  useKey("note", write("note"));
  useKey("photos", () => choose.current?.click());
  const isChat = standing === "mine" || standing === "theirs";
  const unfilled = [...new Set(draft.text.match(PLACES) ?? [])];
  const problem = problemOf();
  const mustTake = side === "reply" && standing === "waiting";
  const takesPhotos = side === "reply" && !mustTake;
  const isMailed = side === "reply" && !isChat && ticket.replyWay.kind === "MAIL";

  return (
    <form
      className={`reply composer ${side}${photos.over ? " taking-photos" : ""}`}
      {...(takesPhotos && photos.handlers)}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <HeldReplies
        ticketId={ticket.id}
        onTakeBack={(reply) => {
          draft.change(reply.text);
          photos.putBack(reply.photos);
        }}
      />
      {typists.staff && (
        <p className="collision" role="status">
          {fill(words.colleagueTypes, { who: typists.staff })}
        </p>
      )}
      <div className="composer-head">
        <Segments
          legend={words.compose}
          options={[
            ["reply", words.asReply],
            ["note", words.asNote],
          ]}
          value={side}
          onChange={setSide}
        />
        {!mustTake && (
          <div className="composer-tools">
            {takesPhotos && <PhotoAdd ref={choose} photos={photos} />}
            <button type="button" className="link" onClick={macros.begin}>
              <Zap size={14} aria-hidden="true" />
              {words.macros}
            </button>
          </div>
        )}
      </div>
      {mustTake ? (
        <div className="take">
          <p className="quiet">{words.takeFirst}</p>
          <button type="button" className="button" aria-disabled={chat.busy} onClick={chat.take}>
            {chat.busy ? words.taking : words.takeIt}
          </button>
        </div>
      ) : (
        <>
          {isMailed && <AddressDoubt confirmedAt={ticket.emailConfirmedAt} />}
          {isMailed && <CopyField ticketId={ticket.id} emails={ticket.copies} onChange={onChange} />}
          {side === "reply" && standing === "theirs" && (
            <p className="doubt">
              {fill(words.theirs, { who: ticket.chat?.seat?.name || ticket.chat?.seat?.email || "" })}
            </p>
          )}
          <label htmlFor={id} className="only-heard">
            {side === "note" ? words.noteLabel : ticketWords.replyLabel}
          </label>
          <textarea
            ref={box}
            id={id}
            rows={3}
            maxLength={5000}
            dir="auto"
            placeholder={side === "note" ? words.noteLabel : words.macrosHint}
            value={draft.text}
            aria-invalid={problem !== null}
            aria-describedby={`${id}-help`}
            aria-autocomplete="list"
            aria-controls={`${id}-macros`}
            aria-activedescendant={macros.active ? `${id}-macros-${macros.active.id}` : undefined}
            onChange={(event) => typed(event.target.value)}
            onKeyDown={pressed}
          />
          {takesPhotos && <PhotoTiles photos={photos} />}
          <MacroList id={`${id}-macros`} macros={macros} />
          {side === "reply" && <Articles key={lastSeq} ticketId={ticket.id} onTake={takeLink} />}
          {draft.macro && <MacroChips macro={draft.macro} onNone={() => draft.set({ macro: null })} />}
          <p id={`${id}-help`} className={problem ? "fault" : "quiet"} role={problem ? "alert" : undefined}>
            {macros.busy ? words.filling : (problem ?? told())}
          </p>
          <p className="reply-deeds">
            <button type="submit" className="button primary" aria-disabled={note.busy}>
              {buttonText()}
            </button>
            <span className="quiet keys">{isMac ? ticketWords.sendKeysMac : ticketWords.sendKeys}</span>
          </p>
        </>
      )}
    </form>
  );

  function filled(text: string, macro: MacroFragment): void {
    draft.set({ text, macro });
    setWrong(null);
  }

  function takeLink(url: string): void {
    const { text } = draft;
    typed(text === "" || /\s$/.test(text) ? text + url : `${text} ${url}`);
    box.current?.focus();
  }

  function typed(text: string): void {
    draft.change(text);
    setWrong(null);
    const now = Date.now();
    if (side === "note" || now < typedAt.current + TYPING_EVERY_MS) return;
    typedAt.current = now;
    live.tell({ do: "typing", conversation: ticket.conversationId });
  }

  function pressed(event: KeyboardEvent): void {
    if (macros.pressed(event) || !isSendKey(event)) return;
    event.preventDefault();
    send();
  }

  async function send(): Promise<void> {
    const text = draft.text.trim();
    const hasPhotos = side === "reply" && photos.many > 0;
    if (text === "" && !hasPhotos) return setWrong("empty");
    if (hasPhotos && !photos.areReady) return setWrong("onTheirWay");
    if (unfilled.length > 0) return box.current?.focus();
    setWrong(null);
    const { key, macro } = draft;
    if (side === "note") {
      if ((await note.send(text, key)) === null) return;
      onChange();
      also(macro);
    } else if (isChat) {
      const line = { conversation: ticket.conversationId, ticketId: ticket.id, text, photos: photos.take() };
      unsent.say(line, lastSeq, onChange);
      also(macro);
    } else {
      outgoing.hold({ ticketId: ticket.id, text, photos: photos.take(), key }, () => {
        dashboard.toast("success", ticketWords.sent);
        onChange();
        also(macro);
      });
    }
    draft.drop();
  }

  /** What a macro does beside its words, once they are on their way. */
  async function also(macro: MacroFragment | null): Promise<void> {
    if (macro === null) return;
    const { tags, state, assignToMe, proposes } = macro;
    if (proposes && ticket.order) {
      onPropose({ kind: proposes.kind as ActKind, begun: actValues(proposes.values) });
    }
    // A chat that goes on is nobody else's, and is closed by ending it.
    const moves = isChat ? {} : { state, assignToMe };
    if (tags.length > 0 || (!isChat && (state !== null || assignToMe))) {
      await update([ticket.id], { addTags: tags, ...moves });
    }
  }

  function problemOf(): string | null {
    if (wrong === "empty" && !(side === "reply" && photos.many > 0)) return ticketWords.faults.REQUIRED;
    if (wrong === "onTheirWay" && !photos.areReady) return photoWords.onTheirWay;
    if (unfilled.length > 0) return fill(words.unfilled, { places: unfilled.join(" ") });
    return side === "note" ? note.problem : null;
  }

  function told(): string {
    if (side === "note") return words.noteTold;
    if (isChat) return ticketWords.toldInChat;
    if (isMailed && ticket.copies.length > 0) return words.copies.sent;
    return wayTold(ticketWords, moment, ticket.replyWay);
  }

  function buttonText(): string {
    if (side === "note") return note.busy ? ticketWords.sending : words.addNote;
    return ticketWords.send;
  }
}
