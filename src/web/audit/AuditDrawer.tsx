import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Fetched } from '../ui/Fetched.tsx';
import { Time } from '../ui/Time.tsx';
import { actorName } from './AuditTable.tsx';
import type { WholeAuditEvent } from './auditEvent.ts';
import { ChangeTable } from './ChangeTable.tsx';
import { ProofSection } from './ProofSection.tsx';
import { SubjectLinks } from './SubjectLinks.tsx';

/** One event: who, what, from where, before and after, and the proof. */
export function AuditDrawer({ id, onClose }: { id: string; onClose(): void }) {
  // Each look at it is on record: once is enough.
  const found = useQuery(api.audit.get.queryOptions({ input: { id }, staleTime: Number.POSITIVE_INFINITY }));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      place="side"
      title={found.data?.operation ?? t.audit.event}
      description={t.audit.viewOnRecord}
    >
      <Fetched query={found}>{event => <Details event={event} />}</Fetched>
    </Dialog>
  );
}

function Details({ event }: { event: WholeAuditEvent }) {
  const { subject, incidentId, erased } = event;
  const facts = [
    [t.audit.at, <Time key="at" at={event.at} digits={6} />],
    [
      t.audit.who,
      <span key="who" dir="auto">{`${actorName(event.actor)}, ${t.audit.actorKind[event.actor.kind]}`}</span>,
    ],
    [
      t.audit.on,
      subject && (
        <span key="on">
          {t.audit.subject[subject.kind] ?? subject.kind} {subject.id}
          <SubjectLinks subject={subject} incidentId={incidentId} />
        </span>
      ),
    ],
    [t.audit.address, event.ip],
    [t.audit.userAgent, event.userAgent],
    [t.audit.request, event.requestId],
  ] as const;
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap gap-2">
        <Badge>{t.audit.kind[event.kind]}</Badge>
        <Badge tone={event.outcome === 'failure' ? 'warn' : 'good'}>{t.audit.outcome[event.outcome]}</Badge>
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-1.5">
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label} className="contents">
              <dt className="text-muted">{label}</dt>
              <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
            </div>
          ))}
      </dl>
      <ChangeTable before={event.before} after={event.after} />
      {event.input !== null && <Json title={t.audit.entered} value={event.input} />}
      {erased.length > 0 && (
        <section>
          <h3 className="text-sm font-medium">{t.audit.erased}</h3>
          <p className="text-sm text-muted">{t.audit.erasedText}</p>
          <p className="font-mono text-sm">{erased.join(', ')}</p>
        </section>
      )}
      <ProofSection index={event.index} proof={event.proof} />
    </div>
  );
}

function Json({ title, value }: { title: string; value: unknown }) {
  return (
    <section>
      <h3 className="mb-1 text-sm font-medium">{title}</h3>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="max-h-72 overflow-auto whitespace-pre-wrap rounded border border-line bg-sunken p-3 font-mono text-sm [overflow-wrap:anywhere]"
      >
        {JSON.stringify(value, null, 2)}
      </pre>
    </section>
  );
}
