import { newId } from "../dashboard/messenger";
import { createStore, type Store } from "../store";
import type { ReadyPhoto } from "./photoInput";
import { photoStanding } from "./photoStanding";
import { upload } from "./uploading";

/** As the service takes them with one message. */
export const MOST_PHOTOS = 5;

export interface DraftPhoto extends ReadyPhoto {
  readonly key: string;
  /** How much of it is sent, from 0 to 1. It is ready to go once `small` is set: the service has drawn it anew. */
  readonly share: number;
}

export interface DraftPhotos {
  readonly photos: readonly DraftPhoto[];
  /** Why the last one was not taken, by the code of the service's door; null where nothing was wrong. */
  readonly fault: { readonly code: string; readonly name: string } | null;
}

/** The photos of what somebody began to write, by what it is about: they stay when the reader looks elsewhere. */
const drafts = new Map<string, Store<DraftPhotos>>();
const stops = new Map<string, () => void>();

export function photosOf(about: string): Store<DraftPhotos> {
  const kept = drafts.get(about) ?? createStore<DraftPhotos>({ photos: [], fault: null });
  drafts.set(about, kept);
  return kept;
}

/** Send these; `askPermit` says with what, or null where nobody answers. */
export async function addPhotos(
  about: string,
  files: readonly File[],
  askPermit: () => Promise<string | null>,
): Promise<void> {
  const draft = photosOf(about);
  const { photos } = draft.getState();
  const taken = files.slice(0, Math.max(MOST_PHOTOS - photos.length, 0));
  const fault = taken.length < files.length ? { code: "TOO_MANY", name: "" } : null;
  const added = taken.map((file) => ({ key: newId(), name: file.name, share: 0, file: "", alt: "", small: "" }));
  draft.set({ photos: [...photos, ...added], fault });
  if (taken.length === 0) return;
  const permit = await askPermit();
  for (const [place, file] of taken.entries()) send(draft, added[place] as DraftPhoto, file, permit);
}

function send(draft: Store<DraftPhotos>, { key, name }: DraftPhoto, file: File, permit: string | null): void {
  if (!has(draft, key)) return; // taken out meanwhile
  if (permit === null) {
    fail(draft, key, name, "");
    return;
  }
  const stop = upload(
    file,
    permit,
    (share) => change(draft, key, { share }),
    (sent) => {
      if ("code" in sent) return fail(draft, key, name, sent.code);
      // The very same picture twice is one.
      if (draft.getState().photos.some((one) => one.file === sent.id)) return drop(draft, key);
      change(draft, key, { file: sent.id, share: 1 });
      const url = new URL(`/f/${sent.id}`, location.href).href;
      const leave = photoStanding(url, (standing) => {
        if (standing.state === "READY") change(draft, key, { small: standing.small });
        else if (standing.state === "GONE") fail(draft, key, name, standing.code);
      });
      stops.set(key, leave);
    },
  );
  stops.set(key, stop);
}

export function removePhoto(about: string, key: string): void {
  stops.get(key)?.();
  drop(photosOf(about), key);
}

export function describePhoto(about: string, key: string, alt: string): void {
  change(photosOf(about), key, { alt });
}

/** Return what goes along, and begin anew. */
export function takePhotos(about: string): readonly ReadyPhoto[] {
  const draft = photosOf(about);
  const ready = draft.getState().photos.map(({ file, name, alt, small }) => ({ file, name, alt: alt.trim(), small }));
  draft.set({ photos: [], fault: null });
  return ready;
}

/** Put what was taken back beside its words again. */
export function putBack(about: string, photos: readonly ReadyPhoto[]): void {
  const again = photos.map((one) => ({ ...one, key: newId(), share: 1 }));
  photosOf(about).set({ photos: again, fault: null });
}

function has(draft: Store<DraftPhotos>, key: string): boolean {
  return draft.getState().photos.some((one) => one.key === key);
}

function change(draft: Store<DraftPhotos>, key: string, part: Partial<DraftPhoto>): void {
  const { photos, fault } = draft.getState();
  draft.set({ photos: photos.map((one) => (one.key === key ? { ...one, ...part } : one)), fault });
}

function drop(draft: Store<DraftPhotos>, key: string): void {
  stops.delete(key);
  const { photos, fault } = draft.getState();
  draft.set({ photos: photos.filter((one) => one.key !== key), fault });
}

function fail(draft: Store<DraftPhotos>, key: string, name: string, code: string): void {
  if (!has(draft, key)) return;
  drop(draft, key);
  draft.set({ ...draft.getState(), fault: { code, name } });
}
