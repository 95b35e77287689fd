import { useEffect, useState } from "react";
import { fill } from "../words/language";
import { usePhotoWords } from "../words/photos/usePhotoWords";
import { useLanguage } from "../words/useLanguage";
import { type PhotoStanding, photoStanding } from "./photoStanding";
import type { CardPhoto } from "./photosIn";
import "./photos.css";

export function MessagePhotos({ photos }: { readonly photos: readonly CardPhoto[] }) {
  const words = usePhotoWords();
  const { number } = useLanguage();
  return (
    <ul className="photos">
      {photos.map(({ id, url, alt }, index) => (
        <li key={id}>
          <MessagePhoto url={url} alt={alt || fill(words.photo, { n: number(index + 1), of: number(photos.length) })} />
        </li>
      ))}
    </ul>
  );
}

/** Drawn anew by the service before anybody sees it: until then it is not there. */
function MessagePhoto({ url, alt }: { readonly url: string; readonly alt: string }) {
  const words = usePhotoWords();
  const [standing, setStanding] = useState<PhotoStanding>({ state: "WAITING" });
  useEffect(() => photoStanding(url, setStanding), [url]);
  if (standing.state !== "READY") {
    return <p className="photo-place quiet">{standing.state === "WAITING" ? words.comes : words.gone}</p>;
  }
  return (
    <a href={standing.large} target="_blank" rel="noreferrer">
      <img src={standing.small} alt={alt} title={alt} loading="lazy" />
    </a>
  );
}
