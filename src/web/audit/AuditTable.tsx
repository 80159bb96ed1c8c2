import { Link } from '@tanstack/react-router';
import { t } from '../messages/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { RowButton } from '../ui/RowButton.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { Time } from '../ui/Time.tsx';
import type { AuditEvent } from './auditEvent.ts';
import { SubjectLinks } from './SubjectLinks.tsx';

interface AuditTableProps {
  events: readonly AuditEvent[];
  onOpen(id: string): void;
}

/** Who it was, as it was known then. */
export const actorName = ({ kind, name }: AuditEvent['actor']): string =>
  name ?? (kind === 'person' || kind === 'token' ? t.audit.unnamed : t.audit.actorKind[kind]);

/** What is on record, one event a row, newest first. */
export function AuditTable({ events, onOpen }: AuditTableProps) {
  const columns: Column<AuditEvent>[] = [
    {
      key: 'what',
      label: t.audit.what,
      cell: ({ id, operation, kind, outcome, actor, at }) => (
        <>
          <span className="flex flex-wrap items-center gap-2">
            <RowButton id={id} className="font-mono text-sm" onOpen={onOpen}>
              {operation}
            </RowButton>
            {kind !== 'change' && <Badge>{t.audit.kind[kind]}</Badge>}
            {outcome === 'failure' && <Badge tone="warn">{t.audit.outcome.failure}</Badge>}
          </span>
          <p className="text-sm text-muted lg:hidden">
            {actorName(actor)} · <Time at={at} as="ago" />
          </p>
        </>
      ),
    },
    {
      key: 'who',
      label: t.audit.who,
      isExtra: true,
      cell: ({ actor, ip }) => (
        <>
          <p dir="auto">{actorName(actor)}</p>
          <p className="tabular text-sm text-muted">
            {[actor.kind === 'token' && t.audit.actorKind.token, ip].filter(Boolean).join(' · ')}
          </p>
        </>
      ),
    },
    {
      key: 'on',
      label: t.audit.on,
      isExtra: true,
      cell: ({ subject, incidentId }) => (
        <>
          {subject && (
            <Link
              to="/audit"
              search={{ subjectKind: subject.kind, subjectId: subject.id }}
              className="inline-block min-h-6 hover:text-accent hover:underline"
            >
              {t.audit.subject[subject.kind] ?? subject.kind}{' '}
              <code className="font-mono text-xs text-muted [overflow-wrap:anywhere]">{subject.id}</code>
            </Link>
          )}
          <SubjectLinks subject={subject} incidentId={incidentId} />
        </>
      ),
    },
    {
      key: 'at',
      label: t.audit.at,
      isExtra: true,
      className: 'whitespace-nowrap',
      cell: ({ at }) => <Time at={at} digits={3} />,
    },
    {
      key: 'index',
      label: t.audit.index,
      isNumber: true,
      cell: ({ index }) => index ?? <span className="text-sm text-muted">{t.audit.waiting}</span>,
    },
  ];
  return <Table caption={t.audit.title} columns={columns} rows={events} keyOf={({ id }) => id} />;
}
