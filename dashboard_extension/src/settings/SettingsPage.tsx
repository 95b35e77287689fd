import { LoadedPart } from "../app/LoadedPart";
import { DELIVERY, NEW } from "../app/way";
import { DeliveryPage } from "../delivery/DeliveryPage";
import { Configurations } from "../generated/Configurations";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { ConfigurationList } from "./ConfigurationList";
import { ConfigurationPage } from "./ConfigurationPage";

const load = loadOf(Configurations);

export function SettingsPage({ configurationId }: { readonly configurationId: string | null }) {
  return configurationId === DELIVERY ? <DeliveryPage /> : <Configured configurationId={configurationId} />;
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
