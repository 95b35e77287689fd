import { PageHead } from "../app/PageHead";
import { Segments } from "../app/Segments";
import { useWay } from "../app/WayContext";
import { REPORT } from "../app/way";
import { useCartWords } from "../words/carts/useCartWords";
import { CartAlarms } from "./CartAlarms";
import { CartCases } from "./CartCases";
import { CartDetail } from "./CartDetail";
import { CartReport } from "./CartReport";
import "./carts.css";

/** Carts that were left: one of them, all of them, or what writing about them brought. */
export function CartsPage({ caseId }: { readonly caseId: string | null }) {
  const words = useCartWords();
  const way = useWay();
  if (caseId !== null && caseId !== REPORT) {
    return (
      <div className="page carts">
        <CartDetail key={caseId} id={caseId} />
      </div>
    );
  }
  return (
    <div className="page carts">
      <PageHead title={words.title} intro={words.intro} />
      <Segments
        legend={words.parts}
        options={[
          ["", words.cases],
          [`/${REPORT}`, words.report],
        ]}
        value={caseId === REPORT ? `/${REPORT}` : ""}
        onChange={(part) => way.go(`/carts${part}`)}
      />
      {caseId === REPORT ? (
        <CartReport />
      ) : (
        <>
          <CartAlarms />
          <CartCases />
        </>
      )}
    </div>
  );
}
