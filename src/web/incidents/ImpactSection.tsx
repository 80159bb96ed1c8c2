import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { numberText } from '../ui/instant.ts';
import { Section } from '../ui/Section.tsx';
import { AddFigure } from './AddFigure.tsx';
import type { Incident } from './incident.ts';
import { useIncidentChange } from './useIncidentChange.ts';

/** What was affected, in figures that say how they are known. */
export function ImpactSection({ incident }: { incident: Incident }) {
  const me = useMe();
  const change = useIncidentChange(incident);
  const [isAdding, setAdding] = useState(false);
  const mayEdit = me.may(CONTRIBUTORS);
  const replace = (impact: Incident['impact']): void =>
    change.mutate({
      guess: { impact },
      ask: () =>
        api.incidents.edit.call({ id: incident.id, impact }, { context: { ifMatch: incident.version } }),
    });
  return (
    <Section
      title={t.incidents.impact}
      actions={
        mayEdit && (
          <Button
            kind="quiet"
            size="small"
            icon={<Plus size={14} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t.incidents.figure.add}
          </Button>
        )
      }
    >
      {incident.impact.length === 0 && <p className="text-muted">{t.incidents.noImpact}</p>}
      <dl className="flex flex-wrap gap-x-8 gap-y-4">
        {incident.impact.map(figure => (
          <div key={figure.measure} className="group relative min-w-32">
            <dt className="text-sm text-muted">
              {t.incidents.figure.measures[figure.measure] ?? figure.measure}
            </dt>
            <dd>
              <span className="tabular text-xl font-semibold">{numberText(figure.value)}</span>{' '}
              <span className="text-muted">{figure.unit}</span>
              <p className="max-w-64 text-sm text-muted">
                {t.incidents.figure.bases[figure.basis]}
                {figure.how && `: ${figure.how}`}
              </p>
            </dd>
            {mayEdit && (
              <Button
                kind="quiet"
                size="small"
                className="absolute -right-7 top-0 pointer-fine:not-group-hover:not-focus-visible:opacity-0"
                aria-label={`${t.common.remove}: ${figure.measure}`}
                icon={<X size={13} />}
                onClick={() => replace(incident.impact.filter(other => other !== figure))}
              />
            )}
          </div>
        ))}
      </dl>
      {isAdding && (
        <AddFigure
          onClose={() => setAdding(false)}
          onAdd={figure => {
            setAdding(false);
            replace([...incident.impact.filter(({ measure }) => measure !== figure.measure), figure]);
          }}
        />
      )}
    </Section>
  );
}
