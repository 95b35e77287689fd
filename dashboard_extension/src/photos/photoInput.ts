/** A photo that goes with an answer. */
export interface ReadyPhoto {
  readonly file: string;
  readonly name: string;
  readonly alt: string;
  readonly small: string;
}

/** Photos as `ticketReply` takes them; nothing where there are none. */
export function photoInput(photos: readonly ReadyPhoto[]) {
  return photos.length > 0 ? { photos: photos.map(({ file, alt }) => ({ file, alt })) } : {};
}
