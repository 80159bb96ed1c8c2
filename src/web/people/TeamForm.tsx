import { t } from '../messages/index.ts';
import { TextArea, TextField } from '../ui/Field.tsx';
import { FormError } from '../ui/FormError.tsx';
import { useForm } from '../ui/useForm.ts';
import type { Team } from './person.ts';

interface TeamFormProps {
  id: string;
  team: Team | null;
  error: unknown;
  onSubmit(values: { name: string; description: string }): void;
}

/** The fields of a team. */
export function TeamForm({ id, team, error, onSubmit }: TeamFormProps) {
  const form = useForm({ name: team?.name ?? '', description: team?.description ?? '' }, error);
  return (
    <form
      id={id}
      onSubmit={event => {
        event.preventDefault();
        onSubmit(form.values);
      }}
    >
      <div className="flex flex-col gap-4">
        <TextField label={t.teams.name} required {...form.text('name')} />
        <TextArea label={t.teams.description} isOptional {...form.text('description')} />
        <FormError text={form.general} />
      </div>
    </form>
  );
}
