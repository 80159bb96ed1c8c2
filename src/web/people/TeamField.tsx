import { t } from '../messages/index.ts';
import { type Found, PickFound } from '../ui/PickFound.tsx';
import { useFoundTeams } from './useFoundTeams.ts';

interface TeamFieldProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  team: Found | null;
  onChange(team: Found | null): void;
}

/** One team, found by name among however many. */
export function TeamField({ team, onChange, ...field }: TeamFieldProps) {
  return (
    <PickFound
      {...field}
      {...useFoundTeams()}
      placeholder={t.teams.find}
      chosen={team ? [team] : []}
      onAdd={onChange}
      onRemove={() => onChange(null)}
    />
  );
}
