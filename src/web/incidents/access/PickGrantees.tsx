import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { PickFound } from '../../ui/PickFound.tsx';
import type { Grantee } from './grantee.ts';

interface PickGranteesProps {
  chosen: readonly Grantee[];
  /** Those who are let in already. */
  present?: readonly string[];
  onChange(chosen: Grantee[]): void;
}

/** People and teams, found by name among however many. */
export function PickGrantees({ chosen, present = [], onChange }: PickGranteesProps) {
  const [text, setText] = useState('');
  const name = useDeferredValue(text.trim());
  const asked = { limit: 15, ...(name && { name }) };
  const teams = useQuery(api.teams.list.queryOptions({ input: asked, placeholderData: keepPreviousData }));
  const people = useQuery(
    api.people.list.queryOptions({
      input: { ...asked, isDisabled: false },
      placeholderData: keepPreviousData,
    }),
  );
  const found: Grantee[] = [
    ...(people.data?.items ?? []).map(({ id, name, email }) => ({ id, name, detail: email, isTeam: false })),
    ...(teams.data?.items ?? []).map(({ id, name }) => ({
      id,
      name,
      detail: t.restriction.team,
      isTeam: true,
    })),
  ].filter(({ id }) => !present.includes(id));
  return (
    <PickFound
      label={t.restriction.grantWho}
      placeholder={t.restriction.grantSearch}
      chosen={chosen}
      found={found}
      text={text}
      onSearch={setText}
      onAdd={({ id }) => onChange([...chosen, ...found.filter(each => each.id === id)])}
      onRemove={({ id }) => onChange(chosen.filter(each => each.id !== id))}
    />
  );
}
