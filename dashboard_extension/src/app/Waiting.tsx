import { Skeleton } from "@saleor/macaw-ui";
import { useAppWords } from "../words/app/useAppWords";

/** Grey bars where a page will be. */
export function Waiting() {
  const words = useAppWords();
  return (
    <div className="page waiting">
      <p className="only-heard" role="status">
        {words.loading}
      </p>
      <Skeleton height={8} width={52} />
      <Skeleton height={5} />
      <Skeleton height={20} />
      <Skeleton height={20} />
    </div>
  );
}
