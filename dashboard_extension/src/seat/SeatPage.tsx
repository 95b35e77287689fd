import { Button } from "@saleor/macaw-ui";
import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { EmptyPlace } from "../app/EmptyPlace";
import { LoadedPart } from "../app/LoadedPart";
import { PageHead } from "../app/PageHead";
import { PageLink } from "../app/PageLink";
import { ChatSeat, type OwnSeatFragment } from "../generated/ChatSeat";
import { ChatSeatUpdate } from "../generated/ChatSeatUpdate";
import { TextField } from "../settings/TextField";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { faultText, useSender } from "../staff/useSender";
import { useDeskWords } from "../words/desk/useDeskWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { listOf } from "./listOf";

const loadSeat = loadOf(ChatSeat);
const NOTHING = {};

/** What shoppers see of the reader, and which chats come to them first. */
export default function SeatPage() {
  const words = useDeskWords();
  const loading = useLoaded(loadSeat, NOTHING);
  return (
    <div className="page">
      <PageLink to="/inbox" className="back link">
        <ArrowLeft size={16} aria-hidden="true" />
        {words.title}
      </PageLink>
      <PageHead title={words.seatPage} intro={words.seatIntro} />
      <LoadedPart from={loading} needs="MANAGE_ORDERS">
        {({ chatSeat }) =>
          chatSeat === null ? (
            <EmptyPlace {...words.seatNone} />
          ) : (
            <SeatForm key={chatSeat.id} seat={chatSeat} onSaved={loading.again} />
          )
        }
      </LoadedPart>
    </div>
  );
}

interface SeatFormProps {
  readonly seat: OwnSeatFragment;
  readonly onSaved: () => void;
}

function SeatForm({ seat, onSaved }: SeatFormProps) {
  const words = useDeskWords();
  const { number } = useLanguage();
  const { ask, dashboard } = useStaff();
  const sender = useSender(words);
  const [draft, setDraft] = useState({
    name: seat.name,
    photoUrl: seat.photoUrl,
    expertise: seat.expertise,
    languages: seat.languages.join(", "),
    categories: seat.categories.join(", "),
  });
  const field = (name: keyof typeof draft, label: string, hint?: string) => {
    const fault = sender.faults.find((one) => one.field === name);
    return (
      <TextField
        label={label}
        value={draft[name]}
        {...(hint ? { hint } : {})}
        fault={fault ? faultText(words, fault) : null}
        onChange={(value) => setDraft({ ...draft, [name]: value })}
      />
    );
  };
  const save = async () => {
    const input = {
      ...draft,
      id: seat.id,
      languages: listOf(draft.languages.toLowerCase()),
      categories: listOf(draft.categories),
    };
    const saved = await sender.send(async () =>
      outcomeOf(await ask(ChatSeatUpdate, { input }), (data) => data.chatSeatUpdate),
    );
    if (saved === null) return;
    dashboard.toast("success", words.macroSaved);
    onSaved();
  };
  return (
    <form
      className="section"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="section-body">
        {field("name", words.seatName, words.seatNameHint)}
        {field("photoUrl", words.seatPhoto)}
        {field("expertise", words.seatExpertise, words.seatExpertiseHint)}
        {field("languages", words.seatLanguages, words.seatLanguagesHint)}
        {field("categories", words.seatCategories, words.seatCategoriesHint)}
        <p className="quiet">
          {fill(words.seatMost, {
            most: number(seat.maxConcurrent),
            channels: seat.channels.join(", ") || words.seatAnyChannel,
          })}
        </p>
        <Button type="submit" aria-disabled={sender.busy}>
          {sender.busy ? words.macroSaving : words.macroSave}
        </Button>
      </div>
    </form>
  );
}
