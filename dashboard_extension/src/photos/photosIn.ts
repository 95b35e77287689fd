export interface CardPhoto {
  readonly id: string;
  readonly url: string;
  readonly alt?: string;
}

/** The photos in a message's card; none where it is another, or there is none. */
export function photosIn(card: string | null): readonly CardPhoto[] {
  const read = card === null ? null : JSON.parse(card);
  return read?.kind === "photos" ? read.photos : [];
}
