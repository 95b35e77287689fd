import { lazy, Suspense } from "react";
import { LoadedPart } from "../app/LoadedPart";
import { Waiting } from "../app/Waiting";
import { AUTHORITY, DELIVERY, NEW, PLANS, ROUTING } from "../app/way";
import { DeliveryPage } from "../delivery/DeliveryPage";
import { Configurations } from "../generated/Configurations";
import { PlansPage } from "../plans/PlansPage";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { ConfigurationList } from "./ConfigurationList";
import { ConfigurationPage } from "./ConfigurationPage";

const AuthorityPage = lazy(() => import("../authority/AuthorityPage"));
const RoutingPage = lazy(() => import("../routing/RoutingPage"));
const load = loadOf(Configurations);

export default function SettingsPage({ configurationId }: { readonly configurationId: string | null }) {
  if (configurationId === DELIVERY) return <DeliveryPage />;
  if (configurationId === PLANS) return <PlansPage />;
  if (configurationId === AUTHORITY || configurationId === ROUTING) {
    return (
      <Suspense fallback={<Waiting />}>{configurationId === ROUTING ? <RoutingPage /> : <AuthorityPage />}</Suspense>
    );
  }
  return <Configured configurationId={configurationId} />;
}

function Configured({ configurationId }: { readonly configurationId: string | null }) {
  const loading = useLoaded(load, {});
  return (
    <LoadedPart from={loading} needs="MANAGE_SETTINGS">
      {(known) =>
        configurationId === null ? (
          <ConfigurationList known={known} />
        ) : (
          <ConfigurationPage
            key={configurationId}
            id={configurationId === NEW ? null : configurationId}
            known={known}
            onChange={loading.again}
          />
        )
      }
    </LoadedPart>
  );
}
