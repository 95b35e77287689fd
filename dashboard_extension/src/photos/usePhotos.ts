import { type ClipboardEvent, type DragEvent, useState } from "react";
import { PhotoPermit } from "../generated/PhotoPermit";
import { useStaff } from "../staff/StaffContext";
import { useWatched } from "../useWatched";
import { fill } from "../words/language";
import { usePhotoWords } from "../words/photos/usePhotoWords";
import { addPhotos, MOST_PHOTOS, photosOf, putBack, takePhotos } from "./draftPhotos";

/** The photos beside an answer to a ticket; `about` is what its draft is about. */
export function usePhotos(about: string, ticketId: string) {
  const words = usePhotoWords();
  const { ask } = useStaff();
  const { photos, fault } = useWatched(photosOf(about));
  const [over, setOver] = useState(false);
  const add = (files: readonly File[]) =>
    addPhotos(about, files, async () => {
      const answer = await ask(PhotoPermit, { id: ticketId });
      return "data" in answer ? (answer.data.ticket?.photoPermit ?? null) : null;
    });
  const given = (event: { preventDefault(): void }, data: DataTransfer | null) => {
    const files = [...(data?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    add(files);
  };
  return {
    about,
    photos,
    add,
    many: photos.length,
    areReady: photos.every(({ small }) => small !== ""),
    problem: fault && problemOf(fault),
    take: () => takePhotos(about),
    putBack: (taken: Parameters<typeof putBack>[1]) => putBack(about, taken),
    /** Whether photos are held over the place where they can be dropped. */
    over,
    /** For the form: pictures are pasted into it, or dropped on it. */
    handlers: {
      onPaste: (event: ClipboardEvent) => given(event, event.clipboardData),
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        setOver(false);
        given(event, event.dataTransfer);
      },
    },
  };

  function problemOf({ code, name }: { readonly code: string; readonly name: string }): string {
    if (code === "TOO_MANY") return fill(words.tooMany, { most: String(MOST_PHOTOS) });
    return fill(words.refused[code] ?? words.failed, { name });
  }
}

export type Photos = ReturnType<typeof usePhotos>;
