import { ReplyBox, type ReplyBoxProps } from "../tickets/ReplyBox";
import { usePhotoWords } from "../words/photos/usePhotoWords";
import { PhotoAdd } from "./PhotoAdd";
import { PhotoTiles } from "./PhotoTiles";
import type { ReadyPhoto } from "./photoInput";
import { usePhotos } from "./usePhotos";

interface PhotoReplyBoxProps extends Omit<ReplyBoxProps, "along" | "onSend"> {
  readonly ticketId: string;
  /** Send it; true when it has been sent. */
  readonly onSend: (text: string, key: string, photos?: readonly ReadyPhoto[]) => Promise<boolean>;
}

/** A text to a shopper with photos beside it. */
export function PhotoReplyBox({ ticketId, onSend, ...box }: PhotoReplyBoxProps) {
  const words = usePhotoWords();
  const photos = usePhotos(box.about, ticketId);
  const send = async (text: string, key: string) => {
    if (!(await onSend(text, key, photos.photos))) return false;
    photos.take();
    return true;
  };
  return (
    <ReplyBox
      {...box}
      onSend={send}
      along={{
        many: photos.many,
        problem: photos.areReady ? null : words.onTheirWay,
        handlers: photos.handlers,
        element: (
          <>
            <PhotoTiles photos={photos} />
            <PhotoAdd photos={photos} />
          </>
        ),
      }}
    />
  );
}
