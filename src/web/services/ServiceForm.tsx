import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { SelectField, TextArea, TextField } from '../ui/Field.tsx';
import { FormError } from '../ui/FormError.tsx';
import { useForm } from '../ui/useForm.ts';
import { DependsOnField } from './DependsOnField.tsx';
import { LinkFields, toDraftLinks } from './LinkFields.tsx';
import type { Service } from './service.ts';

export type ServiceValues = Pick<Service, 'name' | 'description' | 'tier' | 'links'> & {
  ownerTeamId: string | null;
  dependsOn: string[];
};

interface ServiceFormProps {
  id: string;
  service: Service | null;
  error: unknown;
  onSubmit(values: ServiceValues): void;
}

/** The fields of a service. */
export function ServiceForm({ id, service, error, onSubmit }: ServiceFormProps) {
  const teams = useQuery(api.teams.list.queryOptions({ input: { limit: 200 } }));
  const form = useForm(
    {
      name: service?.name ?? '',
      description: service?.description ?? '',
      tier: String(service?.tier ?? 3),
      ownerTeamId: service?.ownerTeam?.id ?? '',
      dependsOn: service?.dependsOn ?? [],
      links: toDraftLinks(service?.links ?? []),
    },
    error,
  );
  const { dependsOn, links } = form.values;
  return (
    <form
      id={id}
      onSubmit={event => {
        event.preventDefault();
        const { tier, ownerTeamId, name, description } = form.values;
        onSubmit({
          name,
          description,
          tier: Number(tier),
          ownerTeamId: ownerTeamId || null,
          dependsOn: dependsOn.map(({ id }) => id),
          links: links.map(({ title, url }) => ({ title, url })),
        });
      }}
    >
      <div className="flex flex-col gap-4">
        <TextField label={t.services.name} required {...form.text('name')} />
        <SelectField label={t.services.tier} {...form.text('tier')}>
          {Object.entries(t.services.tiers).map(([tier, label]) => (
            <option key={tier} value={tier}>
              {label}
            </option>
          ))}
        </SelectField>
        <SelectField label={t.services.ownerTeam} isOptional {...form.text('ownerTeamId')}>
          <option value="">{t.common.none}</option>
          {teams.data?.items.map(team => (
            <option key={team.id} value={team.id}>
              {team.name}
            </option>
          ))}
        </SelectField>
        <TextArea label={t.services.description} isOptional rows={4} {...form.text('description')} />
        <DependsOnField
          serviceId={service?.id}
          chosen={dependsOn}
          error={form.issue('/dependsOn')}
          onChange={chosen => form.set('dependsOn', chosen)}
        />
        <LinkFields
          links={links}
          issue={(index, field) => form.issue(`/links/${index}/${field}`)}
          onChange={next => form.set('links', next)}
        />
        <FormError text={form.general} />
      </div>
    </form>
  );
}
