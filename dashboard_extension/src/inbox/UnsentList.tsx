import { useDesk } from "../live/LiveContext";
import { PhotoStrip } from "../photos/PhotoStrip";
import { useWatched } from "../useWatched";
import { useDeskWords } from "../words/desk/useDeskWords";

interface UnsentListProps {
  readonly conversation: string;
  readonly onChange: () => void;
}

/** What the reader said and the service has not said back yet. */
export function UnsentList({ conversation, onChange }: UnsentListProps) {
  const words = useDeskWords();
  const { unsent } = useDesk();
  const lines = useWatched(unsent).filter((line) => line.conversation === conversation);
  if (lines.length === 0) return null;
  return (
    <ol className="unsent">
      {lines.map(({ key, text, photos, code }) => (
        <li key={key} className="message staff">
          {text && (
            <p className="bubble" dir="auto">
              {text}
            </p>
          )}
          <PhotoStrip photos={photos} />
          {code === null ? (
            <p className="quiet">{words.toSend}</p>
          ) : (
            <p className="held-deeds" role="alert">
              <span className="fault">
                {words.notSent}. {words.refusals[code]}
              </span>
              <button type="button" className="link" onClick={() => unsent.retry(key, onChange)}>
                {words.again}
              </button>
              <button type="button" className="link" onClick={() => unsent.drop(key)}>
                {words.dropIt}
              </button>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
