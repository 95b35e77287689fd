import { ImagePlus } from "lucide-react";
import { forwardRef } from "react";
import { usePhotoWords } from "../words/photos/usePhotoWords";
import type { Photos } from "./usePhotos";
import "./photos.css";

const KINDS = "image/jpeg,image/png,image/webp,image/gif";

/** The way to choose photos; the browser's own field, so that a key and a phone's camera open it. */
export const PhotoAdd = forwardRef<HTMLInputElement, { readonly photos: Photos }>(function PhotoAdd({ photos }, ref) {
  const words = usePhotoWords();
  return (
    <label className="link photo-add">
      <ImagePlus size={14} aria-hidden="true" />
      {words.add}
      <input
        ref={ref}
        type="file"
        accept={KINDS}
        multiple
        onChange={(event) => {
          photos.add([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </label>
  );
});
