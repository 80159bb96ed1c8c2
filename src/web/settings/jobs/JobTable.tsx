import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { job } from '../../../contract/jobs.ts';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { Time } from '../../ui/Time.tsx';
import { say, sayError } from '../../ui/Toasts.tsx';

export type Job = z.infer<typeof job>;

const TONES = { waiting: 'neutral', running: 'accent', parked: 'error' } satisfies Record<Job['state'], Tone>;

/** Background jobs, one a row. */
export function JobTable({ jobs }: { jobs: readonly Job[] }) {
  const queryClient = useQueryClient();
  const retry = useMutation({
    mutationFn: (id: string) => api.jobs.retry.call({ id }),
    onSuccess: () => say(t.jobs.retried),
    onError: sayError,
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.jobs.key() }),
  });
  const columns: Column<Job>[] = [
    {
      key: 'name',
      label: t.jobs.name,
      cell: ({ name, state, lastError }) => (
        <>
          <p className="flex flex-wrap items-center gap-2">
            <code className="font-mono text-sm font-medium">{name}</code>
            <Badge tone={TONES[state]}>{t.jobs.states[state]}</Badge>
          </p>
          {lastError && (
            <details className="mt-1 text-sm text-muted">
              <summary>{t.jobs.error}</summary>
              <pre className="mt-1 max-h-60 max-w-[80ch] overflow-auto whitespace-pre-wrap rounded bg-sunken p-2 font-mono">
                {lastError}
              </pre>
            </details>
          )}
        </>
      ),
    },
    {
      key: 'attempts',
      label: t.jobs.attempts,
      isExtra: true,
      isNumber: true,
      className: 'whitespace-nowrap',
      cell: ({ attempts, mostAttempts }) => t.jobs.attemptCount(attempts, mostAttempts),
    },
    {
      key: 'runAt',
      label: t.jobs.runAt,
      isExtra: true,
      isNumber: true,
      cell: ({ runAt }) => <Time at={runAt} as="ago" />,
    },
    {
      key: 'retry',
      onCard: 'after',
      label: t.common.change,
      isNumber: true,
      cell: ({ id, state }) =>
        state !== 'running' && (
          <Button
            size="small"
            isBusy={retry.isPending && retry.variables === id}
            onClick={() => retry.mutate(id)}
          >
            {t.jobs.retry}
          </Button>
        ),
    },
  ];
  return <Table caption={t.jobs.title} columns={columns} rows={jobs} keyOf={({ id }) => id} />;
}
