import { Button } from "@saleor/macaw-ui";
import { useState } from "react";
import { ChatSeatUpdate } from "../generated/ChatSeatUpdate";
import type { ChatWallQuery } from "../generated/ChatWall";
import { Check } from "../settings/Check";
import { TextField } from "../settings/TextField";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { faultText, useSender } from "../staff/useSender";
import { useDeskWords } from "../words/desk/useDeskWords";
import { fill } from "../words/language";

interface SeatLimitsProps {
  readonly seat: ChatWallQuery["chatWall"]["seats"][number];
  readonly channels: ChatWallQuery["channels"];
  readonly onSaved: () => void;
  readonly onLeave: () => void;
}

/** How many chats somebody takes at once, and of which channels; for who manages settings. */
export function SeatLimits({ seat, channels, onSaved, onLeave }: SeatLimitsProps) {
  const words = useDeskWords();
  const { ask, dashboard } = useStaff();
  const sender = useSender(words);
  const [most, setMost] = useState(String(seat.maxConcurrent));
  const [chosen, setChosen] = useState<readonly string[]>(seat.channels);
  const [fault] = sender.faults;
  const save = async () => {
    const input = { id: seat.id, maxConcurrent: Number(most), channels: chosen };
    const saved = await sender.send(async () =>
      outcomeOf(await ask(ChatSeatUpdate, { input }), (data) => data.chatSeatUpdate),
    );
    if (saved === null) return;
    dashboard.toast("success", words.macroSaved);
    onSaved();
  };
  return (
    <form
      className="seat-limits"
      aria-label={fill(words.limitsOf, { who: seat.name || seat.email })}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h3>{fill(words.limitsOf, { who: seat.name || seat.email })}</h3>
      <TextField
        label={words.limitsMost}
        type="number"
        value={most}
        hint={words.limitsMostHint}
        fault={fault ? faultText(words, fault) : null}
        onChange={setMost}
      />
      <fieldset>
        <legend>{words.limitsChannels}</legend>
        {channels.map(({ slug, name }) => (
          <Check
            key={slug}
            label={name}
            checked={chosen.includes(slug)}
            onChange={(on) => setChosen(on ? [...chosen, slug] : chosen.filter((one) => one !== slug))}
          />
        ))}
      </fieldset>
      <div className="form-deeds">
        <Button type="submit" aria-disabled={sender.busy}>
          {sender.busy ? words.macroSaving : words.macroSave}
        </Button>
        <Button type="button" variant="secondary" onClick={onLeave}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
