import type { Session } from "../dashboard/dashboard";
import { ProductCard as ProductCardDocument } from "../generated/ProductCard";
import { Notice } from "../order/Notice";
import { RetryButton } from "../order/RetryButton";
import { later } from "../staff/later";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useProductWords } from "../words/product/useProductWords";
import { useLanguage } from "../words/useLanguage";
import { ProductCard } from "./ProductCard";

const load = loadOf(ProductCardDocument);
const ProductTickets = later(async () => (await import("./ProductTickets")).ProductTickets);

interface ProductStateProps {
  readonly session: Session;
  readonly productId: string;
}

export function ProductState({ session, productId }: ProductStateProps) {
  const words = useProductWords();
  if (session.kind === "open") return <LoadedProduct productId={productId} />;
  if (session.kind === "refused") return <Notice says={words.forbidden} tone="warning" />;
  return <Bars />;
}

function LoadedProduct({ productId }: Pick<ProductStateProps, "productId">) {
  const words = useProductWords();
  const { words: common } = useLanguage();
  const { loaded, again } = useLoaded(load, { id: productId });
  switch (loaded.kind) {
    case "loading":
      return <Bars />;
    case "shown":
      return loaded.data.productCard === null ? (
        <Notice says={words.gone} />
      ) : (
        <>
          <ProductCard card={loaded.data.productCard} />
          <ProductTickets productId={productId} />
        </>
      );
    case "failing":
      if (loaded.failure.code === "PERMISSION_DENIED") return <Notice says={words.forbidden} tone="warning" />;
      return (
        <Notice says={common.failures[loaded.failure.code]} tone="critical" requestId={loaded.failure.requestId}>
          <RetryButton asking={loaded.asking} onRetry={again} />
        </Notice>
      );
  }
}

function Bars() {
  return (
    <div className="card" aria-hidden="true">
      <p className="bar half" />
      <p className="bar triple" />
      <p className="bar triple" />
    </div>
  );
}
