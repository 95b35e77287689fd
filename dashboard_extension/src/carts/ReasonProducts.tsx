import type { CartReportQuery } from "../generated/CartReport";
import { useStaff } from "../staff/StaffContext";
import { useCartWords } from "../words/carts/useCartWords";
import { useLanguage } from "../words/useLanguage";

interface ReasonProductsProps {
  readonly reason: string;
  readonly products: CartReportQuery["cartReport"]["reasons"][number]["products"];
}

/** A reason that unfolds to the products whose buyers gave it. */
export function ReasonProducts({ reason, products }: ReasonProductsProps) {
  const words = useCartWords();
  const { number } = useLanguage();
  const { dashboard } = useStaff();
  if (products.length === 0) return reason;
  return (
    <details className="unfolds">
      <summary>{reason}</summary>
      <p className="quiet">{words.productsOf}</p>
      <ul>
        {products.map(({ id, name, answers }) => (
          <li key={id}>
            <button
              type="button"
              className="link"
              onClick={() => dashboard.open(`/products/${encodeURIComponent(id)}`)}
            >
              {name || words.unnamed}
            </button>{" "}
            <span className="quiet">{number(answers)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
