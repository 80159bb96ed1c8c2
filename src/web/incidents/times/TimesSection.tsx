import { History, Pencil, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { CONTRIBUTORS } from '../../../contract/roles.ts';
import { t } from '../../messages/index.ts';
import { useMe } from '../../shell/useMe.ts';
import { Button } from '../../ui/Button.tsx';
import { durationText } from '../../ui/instant.ts';
import { Section } from '../../ui/Section.tsx';
import { Time } from '../../ui/Time.tsx';
import type { Incident } from '../incident.ts';
import { useIncidentPanel } from '../useIncidentPanel.ts';
import { CorrectTimes } from './CorrectTimes.tsx';
import { useTimeChanges } from './useTimeChanges.ts';

/** When each thing happened, how long it took, and what is odd about it. */
export function TimesSection({ incident }: { incident: Incident }) {
  const me = useMe();
  const { open } = useIncidentPanel();
  const [isCorrecting, setCorrecting] = useState(false);
  const changes = useTimeChanges(incident.id).data?.items ?? [];
  const corrections = (time: string): number =>
    changes.filter(({ name, cause, before }) => name === time && cause === 'correctTimes' && before).length;
  return (
    <Section
      title={t.incidents.times}
      actions={
        <>
          {me.may(CONTRIBUTORS) && (
            <Button
              kind="quiet"
              size="icon"
              aria-label={t.incidents.correct}
              icon={<Pencil size={14} />}
              onClick={() => setCorrecting(true)}
            />
          )}
          <Button
            kind="quiet"
            size="icon"
            aria-label={t.incidentPeople.times}
            icon={<History size={14} />}
            onClick={() => open('times')}
          />
        </>
      }
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {Object.entries(incident.times).map(([name, at]) => (
          <div key={name} className="contents">
            <dt className="text-muted">
              {t.incidents.time[name]}
              <Corrected label={t.incidents.time[name] ?? name} count={corrections(name)} />
            </dt>
            <dd className="text-right">{at ? <Time at={at} /> : <span className="text-muted">–</span>}</dd>
          </div>
        ))}
      </dl>
      <ul className="mt-2 flex flex-wrap gap-x-4 text-sm">
        {Object.entries(incident.durations).map(
          ([name, { us }]) =>
            us !== null && (
              <li key={name}>
                <span className="tabular font-medium">{durationText(us / 1_000)}</span>{' '}
                <span className="text-muted">{t.incidents.duration[name]}</span>
              </li>
            ),
        )}
      </ul>
      {incident.remarks.map(remark => (
        <p key={`${remark.code} ${remark.on}`} className="mt-2 flex gap-2 text-sm text-warn">
          <TriangleAlert size={15} className="mt-0.5 shrink-0" aria-hidden />
          {remark.text}
        </p>
      ))}
      {isCorrecting && <CorrectTimes incident={incident} onClose={() => setCorrecting(false)} />}
    </Section>
  );
}

/** How often a time was corrected; leads to what it was. */
function Corrected({ label, count }: { label: string; count: number }) {
  const { open } = useIncidentPanel();
  if (count === 0) return null;
  const text = t.incidentPeople.corrected(count);
  return (
    <button
      type="button"
      aria-label={`${label}: ${text}`}
      title={text}
      className="ml-1 inline-flex size-6 items-center justify-center rounded align-middle text-accent hover:bg-sunken"
      onClick={() => open('times')}
    >
      <History size={13} aria-hidden />
    </button>
  );
}
