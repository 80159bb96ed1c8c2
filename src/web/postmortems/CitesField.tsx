import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { type Found, PickFound } from '../ui/PickFound.tsx';
import { type Cite, keyOfCite, parsePlace } from './cite.ts';
import type { Postmortem } from './postmortem.ts';
import { useMomentNames } from './useMomentNames.ts';

interface Choice extends Found {
  cite: Cite;
}

interface CitesFieldProps {
  postmortem: Postmortem;
  cites: readonly Cite[];
  error: string | undefined;
  onChange(cites: Cite[]): void;
}

const MOST = 40;

/** What a finding rests on: citations of the text, moments of the timeline, or a record by its place. */
export function CitesField({ postmortem, cites, error, onChange }: CitesFieldProps) {
  const [text, setText] = useState('');
  const choices = useChoices(postmortem, useDeferredValue(text.trim()));
  const nameOfMoment = useMomentNames(
    postmortem,
    cites.some(({ kind }) => kind === 'moment'),
  );
  return (
    <PickFound
      label={t.postmortems.finding.cites}
      hint={t.postmortems.finding.citesHint}
      placeholder={t.postmortems.finding.citesSearch}
      error={error}
      chosen={cites.map(cite => ({
        id: keyOfCite(cite),
        name: cite.kind === 'moment' ? nameOfMoment(cite.id) : cite.id,
      }))}
      found={choices}
      text={text}
      onSearch={setText}
      onAdd={({ id }) => {
        const picked = choices.find(choice => choice.id === id);
        if (picked) onChange([...cites, picked.cite]);
      }}
      onRemove={({ id }) => onChange(cites.filter(cite => keyOfCite(cite) !== id))}
    />
  );
}

/** Evidence that fits what was typed. */
function useChoices({ id, incident }: Postmortem, text: string): Choice[] {
  const citations = useQuery(api.postmortems.citations.queryOptions({ input: { id } }));
  const moments = useQuery(
    api.moments.list.queryOptions({
      input: {
        incidentId: incident.number,
        limit: MOST,
        state: ['kept', 'proposed'],
        ...(text ? { title: text } : { isNotable: true }),
      },
      placeholderData: keepPreviousData,
    }),
  );
  const choice = (cite: Cite, name: string, detail: string): Choice => ({
    id: keyOfCite(cite),
    name,
    detail,
    cite,
  });
  const wanted = text.toLowerCase();
  const place = parsePlace(text) && choice({ kind: 'record', id: text }, text, t.postmortems.record);
  return [
    ...(place ? [place] : []),
    ...(citations.data?.items ?? [])
      .filter(({ id, label }) => `${id} ${label}`.toLowerCase().includes(wanted))
      .slice(0, MOST)
      .map(({ id, label }) => choice({ kind: 'citation', id }, id, label)),
    ...(moments.data?.items ?? []).map(({ id, title }) =>
      choice({ kind: 'moment', id }, title, t.postmortems.moment),
    ),
  ];
}
