import { INCIDENT_TRANSITIONS } from '../../../core/lifecycle/incident.ts';
import { DIMENSIONS } from '../../../core/taxonomy/taxonomy.ts';
import { t } from '../../messages/index.ts';
import { TeamField } from '../../people/TeamField.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { PickMany } from '../../ui/PickMany.tsx';
import type { useForm } from '../../ui/useForm.ts';
import { ServicesField } from '../fields/ServicesField.tsx';
import { TermField } from '../fields/TermField.tsx';
import type { Incident } from '../incident.ts';
import { AS_IS, type BulkValues } from './bulkEdit.ts';

interface BulkFieldsProps {
  incidents: readonly Incident[];
  form: ReturnType<typeof useForm<BulkValues>>;
}

/** What of several incidents can be changed together. */
export function BulkFields({ incidents, form }: BulkFieldsProps) {
  const { values, set } = form;
  const asIs = <option value={AS_IS}>{t.selection.asIs}</option>;
  const affected = new Map(
    incidents.flatMap(({ services }) => services.map(service => [service.id, service] as const)),
  );
  const steps = INCIDENT_TRANSITIONS.map(transition => ({
    transition,
    count: incidents.filter(({ canGo }) => canGo.includes(transition)).length,
  })).filter(({ count }) => count > 0);
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField label={t.incidents.field.severity} {...form.text('severity')}>
          {asIs}
          {Object.entries(t.incidents.severity).map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </SelectField>
        <SelectField label={t.incidentBulk.move} {...form.text('transition')}>
          {asIs}
          {steps.map(({ transition, count }) => (
            <option key={transition} value={transition}>
              {t.incidentBulk.moveOf(
                t.incidents.transition[transition] ?? transition,
                count,
                incidents.length,
              )}
            </option>
          ))}
        </SelectField>
      </div>
      {values.transition !== AS_IS && (
        <TextField
          label={values.transition === 'reopen' ? t.incidents.reopenReason : t.incidents.stepReason}
          required={values.transition === 'reopen'}
          isOptional={values.transition !== 'reopen'}
          maxLength={2_000}
          {...form.text('reason')}
        />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField label={t.incidentBulk.owner} {...form.text('owner')}>
          {asIs}
          <option value="set">{t.incidentBulk.ownerSet}</option>
          <option value="">{t.incidentBulk.ownerNone}</option>
        </SelectField>
        {values.owner === 'set' && (
          <TeamField
            label={t.incidentBulk.ownerTeam}
            hint={t.incidentBulk.ownerHint}
            team={values.team}
            onChange={team => set('team', team)}
          />
        )}
      </div>
      <ServicesField
        label={t.incidentBulk.addServices}
        services={values.add}
        onChange={add => set('add', add)}
      />
      {affected.size > 0 && (
        <PickMany
          label={t.incidentBulk.removeServices}
          choices={[...affected.values()]}
          chosen={values.remove}
          onChange={remove => set('remove', remove)}
        />
      )}
      <div className="grid gap-4 sm:grid-cols-3">
        {DIMENSIONS.map(dimension => (
          <TermField
            key={dimension}
            dimension={dimension}
            value={values[dimension]}
            beside={{ value: AS_IS, label: t.selection.asIs }}
            onChange={value => set(dimension, value)}
          />
        ))}
      </div>
    </>
  );
}
