import { ChatSeats } from "../generated/ChatSeats";
import { useStaff } from "../staff/StaffContext";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useDeskWords } from "../words/desk/useDeskWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";
import type { Ticket } from "./loadThread";
import { Menu } from "./Menu";

interface HandOverProps {
  readonly chat: Ticket["chat"];
  readonly onHand: (seat: string) => Promise<boolean>;
}

const loadSeats = loadOf(ChatSeats);
const NOTHING = {};

/** To whom a chat can be handed: who is there and has a place. */
export function HandOver({ chat, onHand }: HandOverProps) {
  const words = useDeskWords();
  const { number } = useLanguage();
  const { dashboard } = useStaff();
  const { loaded, again } = useLoaded(loadSeats, NOTHING);
  const seats = loaded.kind === "shown" ? loaded.data.chatWall.seats : [];
  const free = seats.filter((seat) => seat.isThere && seat.busy < seat.maxConcurrent && seat.id !== chat?.seat?.id);
  return (
    <Menu label={words.transfer} onOpen={again}>
      {(close) => (
        <>
          <p className="quiet">{free.length > 0 ? words.transferTo : words.nobodyFree}</p>
          {free.map((seat) => (
            <button
              key={seat.id}
              type="button"
              className="menu-item"
              onClick={async () => {
                const who = seat.name || seat.email;
                if (await onHand(seat.id)) dashboard.toast("success", fill(words.handed, { who }));
                close();
              }}
            >
              {fill(words.seatOf, {
                who: seat.name || seat.email,
                busy: number(seat.busy),
                most: number(seat.maxConcurrent),
              })}
            </button>
          ))}
        </>
      )}
    </Menu>
  );
}
