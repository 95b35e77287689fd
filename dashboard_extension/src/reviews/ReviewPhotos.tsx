import { ReviewPhotoHide } from "../generated/ReviewPhotoHide";
import type { ReviewRowFragment } from "../generated/Reviews";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { useSender } from "../staff/useSender";
import { fill } from "../words/language";
import { useReviewWords } from "../words/reviews/useReviewWords";
import { useLanguage } from "../words/useLanguage";

interface ReviewPhotosProps {
  readonly photos: ReviewRowFragment["photos"];
  readonly onChange: () => Promise<void>;
}

/** The pictures of a review. One can be hidden by itself; the words stand. */
export function ReviewPhotos({ photos, onChange }: ReviewPhotosProps) {
  const words = useReviewWords();
  const { number } = useLanguage();
  const { ask } = useStaff();
  const sender = useSender(words);
  const hide = async (id: string, isHidden: boolean) => {
    const act = async () => outcomeOf(await ask(ReviewPhotoHide, { id, isHidden }), (data) => data.reviewPhotoHide);
    if ((await sender.send(act)) !== null) await onChange();
  };
  return (
    <ul className="review-photos">
      {photos.map((photo, index) => (
        <li key={photo.id} className={photo.isHidden ? "is-hidden" : ""}>
          <a href={photo.url} target="_blank" rel="noreferrer">
            <img
              src={photo.thumbnailUrl}
              alt={fill(words.photo, { n: number(index + 1), of: number(photos.length) })}
              loading="lazy"
              width={96}
              height={96}
            />
          </a>
          <button
            type="button"
            className="link"
            aria-disabled={sender.busy}
            aria-label={fill(photo.isHidden ? words.showPhotoN : words.hidePhotoN, { n: number(index + 1) })}
            onClick={() => hide(photo.id, !photo.isHidden)}
          >
            {photo.isHidden ? words.showPhoto : words.hidePhoto}
          </button>
          {photo.mayBeUsed && <span className="quiet">{words.mayBeUsed}</span>}
        </li>
      ))}
    </ul>
  );
}
