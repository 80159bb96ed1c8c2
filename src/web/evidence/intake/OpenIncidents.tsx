import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { CheckField } from '../../ui/CheckField.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { TextField } from '../../ui/Field.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { useSettled } from '../../ui/useSettled.ts';

const SHOWN = 6;
/** Milliseconds without another letter, after which the server is asked. */
const PAUSE = 150;

interface OpenIncidentsProps {
  /** Number of the one that is chosen. */
  picked: string;
  onPick(number: string): void;
}

/** One of the incidents that are open, the newest first; more are found by their title. */
export function OpenIncidents({ picked, onPick }: OpenIncidentsProps) {
  const group = useId();
  const [typed, setTyped] = useState('');
  const title = useSettled(typed.trim(), PAUSE);
  const open = useQuery(
    api.incidents.list.queryOptions({
      input: { isOpen: true, sort: 'newest', limit: SHOWN, ...(title && { title }) },
      placeholderData: keepPreviousData,
    }),
  );
  const items = open.data?.items ?? [];
  return (
    <>
      <TextField
        label={t.intake.find}
        placeholder={t.intake.findHint}
        type="search"
        value={typed}
        onChange={event => setTyped(event.target.value)}
      />
      {open.isPending && <SkeletonRows count={3} />}
      {open.isError && !open.data && <ErrorState error={open.error} onRetry={() => void open.refetch()} />}
      {open.isSuccess && items.length === 0 && <p className="text-muted">{t.intake.none}</p>}
      {items.length > 0 && (
        <fieldset>
          <legend className="mb-1 font-medium">{t.intake.where}</legend>
          {items.map(incident => (
            <CheckField
              key={incident.id}
              type="radio"
              name={group}
              label={
                <>
                  <span className="tabular text-muted">{incident.number}</span>{' '}
                  <span dir="auto">{incident.title}</span>
                </>
              }
              isChecked={picked === incident.number}
              onChange={() => onPick(incident.number)}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}
