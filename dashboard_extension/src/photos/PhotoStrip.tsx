import type { ReadyPhoto } from "./photoInput";
import "./photos.css";

/** Photos on their way with an answer. */
export function PhotoStrip({ photos }: { readonly photos: readonly ReadyPhoto[] }) {
  if (photos.length === 0) return null;
  return (
    <p className="photo-strip">
      {photos.map(({ file, alt, small }) => (
        <img key={file} src={small} alt={alt} />
      ))}
    </p>
  );
}
