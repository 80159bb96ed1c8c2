import { useState } from 'react';
import type { ControlProps } from '../forms/control.ts';
import { t } from '../messages/index.ts';
import { type Found, PickFound } from '../ui/PickFound.tsx';
import { useFoundTeams } from './useFoundTeams.ts';

/** Several teams, found by name; what is sent are their ids. */
export function TeamsControl({ texts, value = [], error, onChange }: ControlProps<string[]>) {
  const [met, setMet] = useState<readonly Found[]>([]);
  return (
    <PickFound
      {...useFoundTeams()}
      label={texts.label}
      placeholder={t.people.addTeam}
      error={error}
      chosen={met.filter(({ id }) => value.includes(id))}
      onAdd={team => {
        setMet([...met, team]);
        onChange([...value, team.id]);
      }}
      onRemove={({ id }) => {
        setMet(met.filter(team => team.id !== id));
        onChange(value.filter(other => other !== id));
      }}
    />
  );
}
