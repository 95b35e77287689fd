import { useState } from "react";

/** The product's small picture; an empty place where it has none or it does not load. */
export function Thumbnail({ url }: { readonly url: string | null }) {
  const [broken, setBroken] = useState(false);
  return (
    <span className="thumbnail">
      {url !== null && !broken && (
        <img
          src={url}
          alt=""
          width={32}
          height={32}
          loading="lazy"
          referrerPolicy="no-referrer"
          onError={() => setBroken(true)}
        />
      )}
    </span>
  );
}
