import routes from 'virtual:routes';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useDeferredValue, useId, useState } from 'react';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField, TextField } from '../ui/Field.tsx';
import { InstantField } from '../ui/InstantField.tsx';
import { PickFound } from '../ui/PickFound.tsx';
import type { AuditSearch } from './auditSearch.ts';

const OPERATIONS = Object.entries(routes as unknown as Record<string, object>).flatMap(
  ([feature, operations]) => Object.keys(operations).map(operation => `${feature}.${operation}`),
);

interface AuditFiltersProps {
  search: AuditSearch;
  onChange(next: Partial<Record<keyof AuditSearch, string | undefined>>): void;
}

/** Filters of the audit log; each choice is in the address at once. */
export function AuditFilters({ search, onChange }: AuditFiltersProps) {
  const operations = useId();
  const [text, setText] = useState('');
  const name = useDeferredValue(text);
  const people = useQuery(
    api.people.list.queryOptions({
      input: { limit: 30, ...(name && { name }) },
      placeholderData: keepPreviousData,
    }),
  );
  const choose = (field: 'kind' | 'operation' | 'incidentId') => ({
    value: search[field] ?? '',
    onChange: (event: { target: { value: string } }) =>
      onChange({ [field]: event.target.value || undefined }),
  });
  const time = (field: 'from' | 'to') => ({
    label: t.audit.filter[field],
    className: 'sm:w-48',
    at: search[field],
    onAt: (at: string | undefined) => onChange({ [field]: at }),
  });
  return (
    <search className="mb-3 grid grid-cols-2 items-end gap-2.5 sm:flex sm:flex-wrap">
      <SelectField label={t.audit.filter.kind} {...choose('kind')}>
        <option value="">{t.audit.filter.anyKind}</option>
        {Object.entries(t.audit.kind).map(([id, label]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t.audit.filter.operation}
        placeholder={t.audit.filter.operationHint}
        list={operations}
        className="sm:w-52"
        {...choose('operation')}
      />
      <datalist id={operations}>
        {OPERATIONS.map(operation => (
          <option key={operation} value={operation} />
        ))}
      </datalist>
      <div className="max-sm:col-span-2 sm:w-60">
        <PickFound
          label={t.audit.filter.actor}
          placeholder={search.actorId ? '' : t.audit.filter.actorHint}
          chosen={search.actorId ? [{ id: search.actorId, name: search.actorName ?? search.actorId }] : []}
          found={(people.data?.items ?? []).map(({ id, name, email }) => ({ id, name, detail: email }))}
          text={text}
          onSearch={setText}
          onAdd={({ id, name }) => onChange({ actorId: id, actorName: name })}
          onRemove={() => onChange({ actorId: undefined, actorName: undefined })}
        />
      </div>
      <TextField
        label={t.audit.filter.incident}
        placeholder={t.audit.filter.incidentHint}
        className="sm:w-28"
        {...choose('incidentId')}
      />
      <InstantField {...time('from')} />
      <InstantField {...time('to')} />
      {search.subjectId && (
        <Button
          icon={<X size={14} aria-hidden />}
          onClick={() => onChange({ subjectKind: undefined, subjectId: undefined })}
        >
          {t.audit.filter.subject(search.subjectKind ?? '', search.subjectId)}
        </Button>
      )}
    </search>
  );
}
