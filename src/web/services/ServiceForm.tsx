import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { service } from '../../contract/services.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { SelectField, TextArea, TextField } from '../ui/Field.tsx';
import { useForm } from '../ui/useForm.ts';

export interface ServiceValues {
  name: string;
  description: string;
  tier: number;
  ownerTeamId: string | null;
}

interface ServiceFormProps {
  id: string;
  service: z.infer<typeof service> | null;
  isReadOnly: boolean;
  error: unknown;
  onSubmit(values: ServiceValues): void;
}

/** The fields of a service. */
export function ServiceForm({ id, service, isReadOnly, error, onSubmit }: ServiceFormProps) {
  const teams = useQuery(api.teams.list.queryOptions({ input: { limit: 200 } }));
  const form = useForm(
    {
      name: service?.name ?? '',
      description: service?.description ?? '',
      tier: String(service?.tier ?? 3),
      ownerTeamId: service?.ownerTeam?.id ?? '',
    },
    error,
  );
  return (
    <form
      id={id}
      onSubmit={event => {
        event.preventDefault();
        const { tier, ownerTeamId, ...rest } = form.values;
        onSubmit({ ...rest, tier: Number(tier), ownerTeamId: ownerTeamId || null });
      }}
    >
      <fieldset disabled={isReadOnly} className="flex flex-col gap-4">
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
        <TextArea label={t.services.description} isOptional rows={5} {...form.text('description')} />
        {form.general && (
          <p role="alert" className="text-error">
            {form.general}
          </p>
        )}
      </fieldset>
    </form>
  );
}
