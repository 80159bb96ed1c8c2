import { t } from '../messages/index.ts';
import { TeamField } from '../people/TeamField.tsx';
import { SelectField, TextArea, TextField } from '../ui/Field.tsx';
import type { useForm } from '../ui/useForm.ts';
import { DependsOnField } from './DependsOnField.tsx';
import { LinkFields } from './LinkFields.tsx';
import type { ServiceValues } from './serviceValues.ts';

interface ServiceFieldsProps {
  /** The service itself; undefined for a new one. */
  serviceId: string | undefined;
  form: ReturnType<typeof useForm<ServiceValues>>;
}

/** The fields of a service. */
export function ServiceFields({ serviceId, form }: ServiceFieldsProps) {
  const { ownerTeam, dependsOn, links } = form.values;
  return (
    <>
      <TextField label={t.services.name} required dir="auto" {...form.text('name')} />
      <SelectField label={t.services.tier} {...form.text('tier')}>
        {Object.entries(t.services.tiers).map(([tier, label]) => (
          <option key={tier} value={tier}>
            {label}
          </option>
        ))}
      </SelectField>
      <TeamField
        label={t.services.ownerTeam}
        error={form.issue('/ownerTeamId')}
        team={ownerTeam}
        onChange={team => form.set('ownerTeam', team)}
      />
      <TextArea label={t.services.description} isOptional rows={4} dir="auto" {...form.text('description')} />
      <DependsOnField
        serviceId={serviceId}
        chosen={dependsOn}
        error={form.issue('/dependsOn')}
        onChange={chosen => form.set('dependsOn', chosen)}
      />
      <LinkFields
        links={links}
        issue={(index, field) => form.issue(`/links/${index}/${field}`)}
        onChange={next => form.set('links', next)}
      />
    </>
  );
}
