import { Link } from '@tanstack/react-router';
import { t } from '../messages/index.ts';
import type { AuditEvent } from './auditEvent.ts';
import { placeOf } from './placeOf.ts';

const LINK = 'inline-flex min-h-6 items-center text-muted hover:text-accent hover:underline';

/** Ways to what an event was about: to itself, and to the incident that it belongs to. */
export function SubjectLinks({ subject, incidentId }: Pick<AuditEvent, 'subject' | 'incidentId'>) {
  const place = placeOf(subject);
  const isOfAnother = incidentId !== null && incidentId !== subject?.id;
  if (!place && !isOfAnother) return null;
  return (
    <p className="flex gap-4 text-sm">
      {place && (
        <Link {...place} className={LINK}>
          {t.audit.openIt}
        </Link>
      )}
      {isOfAnother && (
        <Link to="/incidents/$id" params={{ id: incidentId }} className={LINK}>
          {t.audit.toIncident}
        </Link>
      )}
    </p>
  );
}
