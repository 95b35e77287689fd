import { useState } from "react";
import { ReportTable } from "../carts/ReportTable";
import type { ChatWallQuery } from "../generated/ChatWall";
import { useDeskWords } from "../words/desk/useDeskWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import { SeatLimits } from "./SeatLimits";

interface WallSeatsProps {
  readonly seats: ChatWallQuery["chatWall"]["seats"];
  readonly channels: ChatWallQuery["channels"];
  readonly onChange: () => void;
}

/** Who sits there to chat, those who are there first. */
export function WallSeats({ seats, channels, onChange }: WallSeatsProps) {
  const words = useDeskWords();
  const { number } = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  const opened = seats.find(({ id }) => id === open);
  if (seats.length === 0) return <p className="quiet">{words.wallNobody}</p>;
  const sorted = [...seats].sort((one, other) => Number(other.isThere) - Number(one.isThere) || other.busy - one.busy);
  return (
    <>
      <ReportTable
        heads={[words.who, words.presenceHead, words.wallThere, words.chatsHead]}
        rows={sorted.map((seat) => [
          <button
            key={seat.id}
            type="button"
            className="link"
            aria-expanded={seat.id === open}
            onClick={() => setOpen(seat.id === open ? null : seat.id)}
          >
            {seat.name || seat.email}
          </button>,
          words.presences[seat.state],
          seat.isThere ? words.wallThere : words.wallNotThere,
          fill(words.wallPlaces, { free: number(seat.busy), all: number(seat.maxConcurrent) }),
        ])}
      />
      {opened && (
        <SeatLimits
          key={opened.id}
          seat={opened}
          channels={channels}
          onSaved={() => {
            setOpen(null);
            onChange();
          }}
          onLeave={() => setOpen(null)}
        />
      )}
    </>
  );
}
