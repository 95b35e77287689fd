/** Pictures, as staff send and see them. */
export const en = {
  photo: "Photo {n} of {of}",
  comes: "The photo is being prepared…",
  gone: "This photo cannot be shown.",
  add: "Add photos",
  drop: "Drop the photos here",
  chosen: "Photos of this answer",
  sending: "{name} is on its way",
  remove: "Take {name} out",
  alt: "What {name} shows",
  altHint: "Description",
  onTheirWay: "The photos are still on their way. Send it in a moment.",
  tooMany: "At most {most} photos go with an answer.",
  failed: "{name} did not arrive. Try it again.",
  refused: {
    FILE_TOO_LARGE: "{name} is too large.",
    FILE_TOO_MANY_PIXELS: "{name} has too many pixels.",
    FILE_NOT_AN_IMAGE: "{name} is no picture that we take: JPEG, PNG, WebP and GIF are.",
    FILE_BROKEN: "{name} cannot be read to its end.",
    FILE_TOO_MANY: "Too many photos were sent in this conversation.",
  } as Readonly<Record<string, string>>,
};

export type PhotoWords = typeof en;
