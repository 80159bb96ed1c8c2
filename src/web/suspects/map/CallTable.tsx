import { Link } from '@tanstack/react-router';
import { microsText } from '../../evidence/results/microsText.ts';
import { t } from '../../messages/index.ts';
import { countText } from '../../messages/plural.ts';
import { cx } from '../../ui/cx.ts';
import { type Column, Table } from '../../ui/Table.tsx';
import { HEALTH_LOOKS } from './healthLooks.ts';
import { failedText, type JudgedCall, slowerText } from './judgeMap.ts';
import { searchOfCall } from './searchOfCall.ts';

interface CallTableProps {
  incidentId: string;
  calls: readonly JudgedCall[];
  /** Services that left no spans of their own. */
  silent: ReadonlySet<string>;
  stretch: { from?: string; to?: string };
  /** Minutes that were looked at; undefined where that is not known. */
  minutes: number | undefined;
}

/** The calls of the map as a table, what does not go as before first; each leads to its traces. */
export function CallTable({ incidentId, calls, silent, stretch, minutes }: CallTableProps) {
  const ORDER = Object.keys(HEALTH_LOOKS);
  const sorted = calls.toSorted(
    (one, other) =>
      ORDER.indexOf(one.health) - ORDER.indexOf(other.health) ||
      (other.now?.requests ?? 0) - (one.now?.requests ?? 0),
  );
  const words = t.traces.map;
  const columns: Column<JudgedCall>[] = [
    {
      key: 'call',
      label: words.call,
      cell: call => (
        <Link
          to="/incidents/$id/suspects"
          params={{ id: incidentId }}
          search={{ ...searchOfCall(call, silent), ...stretch }}
          className="[overflow-wrap:anywhere] hover:text-accent hover:underline"
        >
          <bdi>{call.caller || t.traces.unnamed}</bdi> →{' '}
          <bdi className="font-medium">{call.callee || t.traces.unnamed}</bdi>
        </Link>
      ),
    },
    {
      key: 'health',
      onCard: 'plain',
      label: words.state,
      className: 'whitespace-nowrap',
      cell: ({ health }) => (
        <span className={cx('inline-flex gap-1.5', HEALTH_LOOKS[health].text)}>
          <span aria-hidden className="w-3 text-center">
            {HEALTH_LOOKS[health].sign}
          </span>
          <span>{words.health[health]}</span>
        </span>
      ),
    },
    {
      key: 'requests',
      label: words.requests,
      isNumber: true,
      isExtra: true,
      cell: ({ now }) => countText(now?.requests ?? 0),
    },
    {
      key: 'failed',
      label: words.failed,
      isNumber: true,
      cell: call => <span className="text-error">{failedText(call)}</span>,
    },
    {
      key: 'p95',
      label: 'p95',
      isNumber: true,
      className: 'whitespace-nowrap',
      cell: call => (
        <span
          className="inline-flex items-baseline gap-2"
          title={call.before ? t.traces.versions.usually(microsText(call.before.p95Us)) : undefined}
        >
          <span className={cx('text-xs', call.health === 'slower' ? 'text-warn' : 'text-muted')}>
            {slowerText(call)}
          </span>
          {call.now ? microsText(call.now.p95Us) : '–'}
        </span>
      ),
    },
  ];
  const rate: Column<JudgedCall> = {
    key: 'rate',
    label: words.rate,
    isNumber: true,
    isExtra: true,
    cell: ({ now }) => ((now?.requests ?? 0) / minutes!).toPrecision(3),
  };
  return (
    <Table
      caption={words.calls}
      columns={minutes ? columns.toSpliced(3, 0, rate) : columns}
      rows={sorted}
      keyOf={({ caller, callee }) => JSON.stringify([caller, callee])}
    />
  );
}
