import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { PickFound } from '../../ui/PickFound.tsx';
import { type Part, type PartTaken, withPart, withTeam } from './teamParts.ts';

interface TeamsFieldProps {
  teams: readonly PartTaken[];
  onChange(teams: PartTaken[]): void;
}

/** The teams that take part in an incident, each with its part. */
export function TeamsField({ teams, onChange }: TeamsFieldProps) {
  const [text, setText] = useState('');
  const name = useDeferredValue(text.trim());
  const found = useQuery(
    api.teams.list.queryOptions({
      input: { limit: 20, ...(name && { name }) },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <div className="flex flex-col gap-2">
      <ul aria-label={t.incidentPeople.teams} className="divide-y divide-line empty:hidden">
        {teams.map(({ id, name: teamName, part }) => (
          <li key={id} className="flex items-center gap-2 py-1.5">
            <span dir="auto" className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              {teamName}
            </span>
            <select
              aria-label={t.incidentPeople.partOf(teamName)}
              className="h-8 rounded border border-line bg-panel px-1.5"
              value={part}
              onChange={event => onChange(withPart(teams, id, event.target.value as Part))}
            >
              {Object.entries(t.incidentPeople.part).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
            <Button
              kind="quiet"
              size="icon"
              aria-label={t.incidentPeople.takeOut(teamName)}
              icon={<X size={15} />}
              onClick={() => onChange(teams.filter(other => other.id !== id))}
            />
          </li>
        ))}
      </ul>
      <PickFound
        label={t.incidentPeople.addTeam}
        placeholder={t.incidentPeople.findTeam}
        chosen={[]}
        found={(found.data?.items ?? []).filter(({ id }) => !teams.some(team => team.id === id))}
        text={text}
        onSearch={setText}
        onAdd={team => onChange(withTeam(teams, team))}
        onRemove={() => undefined}
      />
    </div>
  );
}
