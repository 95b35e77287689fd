import { EmptyPlace } from "../app/EmptyPlace";
import { LoadedPart } from "../app/LoadedPart";
import { PageHead } from "../app/PageHead";
import { DeliveryRules, type DeliveryRulesQuery } from "../generated/DeliveryRules";
import { BackToList } from "../settings/BackToList";
import { Savebar } from "../settings/Savebar";
import { SureDialog } from "../settings/SureDialog";
import { loadOf, useLoaded } from "../staff/useLoaded";
import { useAppWords } from "../words/app/useAppWords";
import { useDeliveryWords } from "../words/delivery/useDeliveryWords";
import { ChannelPart } from "./ChannelPart";
import { draftOf } from "./draft";
import { faultReader, type Of } from "./faultOf";
import { PreviewPart } from "./PreviewPart";
import { SlowPart } from "./SlowPart";
import { TransitPart } from "./TransitPart";
import { useDeliveryForm } from "./useDeliveryForm";
import { WarehousePart } from "./WarehousePart";

const load = loadOf(DeliveryRules);

export function DeliveryPage() {
  const loading = useLoaded(load, {});
  return (
    <LoadedPart from={loading} needs="MANAGE_SETTINGS">
      {(known) => <DeliveryForm known={known} onChange={loading.again} />}
    </LoadedPart>
  );
}

interface DeliveryFormProps {
  readonly known: DeliveryRulesQuery;
  readonly onChange: () => Promise<void>;
}

function DeliveryForm({ known, onChange }: DeliveryFormProps) {
  const words = useDeliveryWords();
  const { settings } = useAppWords();
  const { warehouses, channels, methods, mayChangeAll } = known.deliveryRules;
  const saved = draftOf(known.deliveryRules);
  const form = useDeliveryForm(saved, onChange);
  const { draft, faults } = form;
  const faultOf = (of: Of) => faultReader(words, faults, of);
  return (
    <div className="page form-page delivery">
      <BackToList />
      <PageHead title={words.title} intro={words.intro} />
      <PreviewPart known={known} version={JSON.stringify(saved)} />
      {!mayChangeAll && <p className="stale">{words.onlyChannels}</p>}
      <form
        id="configuration"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form.save();
        }}
      >
        <fieldset className="everywhere" disabled={!mayChangeAll}>
          {warehouses.length === 0 && <EmptyPlace {...words.noWarehouses} />}
          {warehouses.map((warehouse) => {
            const rules = draft.warehouses[warehouse.id];
            return (
              rules && (
                <WarehousePart
                  key={warehouse.id}
                  warehouse={warehouse}
                  rules={rules}
                  faultOf={faultOf({ warehouse: warehouse.id })}
                  onChange={(part) => form.changeWarehouse(warehouse.id, part)}
                />
              )
            );
          })}
          <TransitPart rules={draft.store} methods={methods} faultOf={faultOf({})} onChange={form.changeStore} />
          <SlowPart rules={draft.store} faultOf={faultOf({})} onChange={form.changeStore} />
        </fieldset>
        {channels.map(({ slug, name }) => {
          const rules = draft.channels[slug];
          return (
            rules && (
              <ChannelPart
                key={slug}
                name={name}
                rules={rules}
                faultOf={faultOf({ channel: slug })}
                onChange={(part) => form.changeChannel(slug, part)}
              />
            )
          );
        })}
      </form>
      {form.changed && <Savebar form={form} />}
      <SureDialog
        open={form.leaving !== null}
        what={settings.leave.what}
        why={settings.leave.why}
        stay={settings.leave.stay}
        go={settings.leave.go}
        onStay={form.stay}
        onGo={() => form.leaving?.()}
      />
    </div>
  );
}
