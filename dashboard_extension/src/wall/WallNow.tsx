import type { ChatWallQuery } from "../generated/ChatWall";
import { spanText } from "../inbox/spanText";
import { useDeskWords } from "../words/desk/useDeskWords";
import { fill } from "../words/language";
import { useLanguage } from "../words/useLanguage";

/** How it stands now, in figures large enough for a screen on a wall. */
export function WallNow({ wall }: { readonly wall: ChatWallQuery["chatWall"] }) {
  const words = useDeskWords();
  const { number, tag } = useLanguage();
  const longest = wall.longestWaitSeconds;
  const figures = [
    [words.wallNow.waiting, number(wall.waiting), wall.waiting > 0],
    [words.wallNow.longest, longest === null ? "–" : spanText(longest, tag), false],
    [words.wallNow.chatting, number(wall.chatting), false],
    [words.wallNow.free, fill(words.wallPlaces, { free: number(wall.free), all: number(wall.places) }), false],
    [words.wallNow.missed, number(wall.missedToday), wall.missedToday > 0],
  ] as const;
  return (
    <dl className="wall-now">
      {figures.map(([name, value, alarms]) => (
        <div key={name} className={alarms ? "alarming" : undefined}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
