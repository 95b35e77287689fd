import { OtherSenders } from "../generated/OtherSenders";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useAppWords } from "../words/app/useAppWords";
import { fill } from "../words/language";

const load = loadOf(OtherSenders);

/** Which other apps mail the shop's customers, and what of ours is off so that nobody hears twice. */
export function OtherSendersNote() {
  const { settings: words } = useAppWords();
  const { loaded } = useLoaded(load, {});
  if (loaded.kind !== "shown" || loaded.data.otherSenders.length === 0) return null;
  return (
    <div className="stale" role="status">
      <ul>
        {loaded.data.otherSenders.map(({ identifier, name, off }) => (
          <li key={identifier}>
            {off.length === 0
              ? fill(words.otherSender, { name })
              : fill(words.otherSenderOff, { name, off: off.map((one) => words.offNames[one] ?? one).join(", ") })}
          </li>
        ))}
      </ul>
    </div>
  );
}
