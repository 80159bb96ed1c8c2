import { t } from '../messages/index.ts';
import { TextArea, TextField } from '../ui/Field.tsx';
import { FormError } from '../ui/FormError.tsx';
import { useForm } from '../ui/useForm.ts';
import type { Team } from './person.ts';

interface TeamFormProps {
  id: string;
  team: Team | null;
  isReadOnly: boolean;
  error: unknown;
  onSubmit(values: { name: string; description: string }): void;
}

/** The fields of a team. */
export function TeamForm({ id, team, isReadOnly, error, onSubmit }: TeamFormProps) {
  const form = useForm({ name: team?.name ?? '', description: team?.description ?? '' }, error);
  return (
    <form
      id={id}
      onSubmit={event => {
        event.preventDefault();
        onSubmit(form.values);
      }}
    >
      <fieldset disabled={isReadOnly} className="flex flex-col gap-4">
        <TextField label={t.teams.name} required {...form.text('name')} />
        <TextArea label={t.teams.description} isOptional {...form.text('description')} />
        <FormError text={form.general} />
      </fieldset>
    </form>
  );
}
