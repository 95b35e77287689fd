import { X } from "lucide-react";
import { fill } from "../words/language";
import { usePhotoWords } from "../words/photos/usePhotoWords";
import { type DraftPhoto, describePhoto, removePhoto } from "./draftPhotos";
import type { Photos } from "./usePhotos";
import "./photos.css";

const MOST_ALT = 200;

/** The photos that go with an answer, as they will be seen: each can be described, and taken out. */
export function PhotoTiles({ photos: { about, photos, over, problem } }: { readonly photos: Photos }) {
  const words = usePhotoWords();
  return (
    <>
      {over && <p className="quiet">{words.drop}</p>}
      {photos.length > 0 && (
        <ul className="photo-tiles" aria-label={words.chosen}>
          {photos.map((photo) => (
            <PhotoTile key={photo.key} about={about} photo={photo} />
          ))}
        </ul>
      )}
      {problem && (
        <p className="fault" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

function PhotoTile({ about, photo }: { readonly about: string; readonly photo: DraftPhoto }) {
  const words = usePhotoWords();
  const { key, name, alt, share, small } = photo;
  return (
    <li className="photo-tile">
      {small ? (
        <img src={small} alt={alt || name} />
      ) : (
        <p className="photo-place quiet">
          <bdi>{name}</bdi>
          <progress value={share} aria-label={fill(words.sending, { name })} />
        </p>
      )}
      <input
        value={alt}
        maxLength={MOST_ALT}
        dir="auto"
        aria-label={fill(words.alt, { name })}
        placeholder={words.altHint}
        onChange={(event) => describePhoto(about, key, event.target.value)}
      />
      <button
        type="button"
        className="photo-remove"
        aria-label={fill(words.remove, { name })}
        onClick={() => removePhoto(about, key)}
      >
        <X size={14} aria-hidden="true" />
      </button>
    </li>
  );
}
