import { Button } from "@saleor/macaw-ui";
import { CircleAlert, CircleCheck } from "lucide-react";
import { PageHead } from "../app/PageHead";
import { Setup } from "../generated/Setup";
import { useStaff } from "../staff/StaffContext";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useAppWords } from "../words/app/useAppWords";
import { useLanguage } from "../words/useLanguage";

const load = loadOf(Setup);
const PERMISSIONS = [
  "MANAGE_ORDERS",
  "MANAGE_PRODUCTS",
  "MANAGE_SHIPPING",
  "MANAGE_CHECKOUTS",
  "MANAGE_DISCOUNTS",
  "MANAGE_GIFT_CARD",
  "HANDLE_PAYMENTS",
  "MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES",
] as const;

/** Why each permission. Whether the app has it, only for who may manage settings: others are not told. */
export function PermissionsPage() {
  const { permissions: words } = useAppWords();
  const { count } = useLanguage();
  const { dashboard } = useStaff();
  const { loaded } = useLoaded(load, {});
  const missing = loaded.kind === "shown" ? loaded.data.setup.missingPermissions : null;
  return (
    <div className="page">
      <PageHead title={words.title} intro={words.intro} />
      {missing !== null && (
        <div className={missing.length > 0 ? "stale" : "fine"} role="status">
          <p>{missing.length > 0 ? count(words.someMissing, missing.length) : words.allGranted}</p>
          {missing.length > 0 && (
            <>
              <Button type="button" size="small" onClick={() => dashboard.requestPermissions(missing, "/permissions")}>
                {words.grant}
              </Button>
              <p className="quiet">{words.grantWhy}</p>
            </>
          )}
        </div>
      )}
      <ul className="permissions">
        {PERMISSIONS.map((name) => (
          <li key={name} className="section">
            <h2>
              {words.names[name]}
              {missing !== null && <Granted granted={!missing.includes(name)} />}
            </h2>
            <p>{words.why[name].why}</p>
            <p className="quiet">
              {words.without}: {words.why[name].without}
            </p>
          </li>
        ))}
      </ul>
      <section className="section">
        <h2>{words.yours}</h2>
        <p className="quiet">{words.yoursWhy}</p>
      </section>
    </div>
  );
}

function Granted({ granted }: { readonly granted: boolean }) {
  const { permissions: words } = useAppWords();
  return (
    <span className={granted ? "pill good" : "pill open"}>
      {granted ? <CircleCheck size={14} aria-hidden="true" /> : <CircleAlert size={14} aria-hidden="true" />}
      {granted ? words.granted : words.missing}
    </span>
  );
}
