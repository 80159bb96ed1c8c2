import { EllipsisVertical } from 'lucide-react';
import { useState } from 'react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import type { Incident } from './incident.ts';
import { TransitionDialog } from './TransitionDialog.tsx';
import { LEADS_TO, type Transition } from './transition.ts';
import { useIncidentChange } from './useIncidentChange.ts';

/** What can be done next with an incident, now or as it was at another time; the usual step stands out. */
export function TransitionBar({ incident }: { incident: Incident }) {
  const me = useMe();
  const change = useIncidentChange(incident);
  const [asked, setAsked] = useState<Transition | null>(null);
  if (!me.may(CONTRIBUTORS)) return null;
  const go = (transition: Transition): void => {
    // Reopening is never said without a reason.
    if (transition === 'reopen') return setAsked(transition);
    change.mutate({
      guess: { state: LEADS_TO[transition], canGo: [] },
      ask: () =>
        api.incidents[transition].call({ id: incident.id }, { context: { ifMatch: incident.version } }),
    });
  };
  const steps = incident.canGo.filter(transition => transition !== 'reopen');
  return (
    <>
      {incident.canGo.map(transition => (
        <Button
          key={transition}
          kind={transition === steps[0] ? 'primary' : 'plain'}
          disabled={change.isPending}
          onClick={() => go(transition)}
        >
          {t.incidents.transition[transition]}
        </Button>
      ))}
      {steps.length > 0 && (
        <Menu
          trigger={
            <Button
              kind="quiet"
              size="icon"
              aria-label={t.incidents.atAnotherTime}
              icon={<EllipsisVertical size={16} />}
            />
          }
          items={steps.map(transition => ({
            label: t.incidents.sayWhen(t.incidents.transition[transition] ?? transition),
            onSelect: () => setAsked(transition),
          }))}
        />
      )}
      {asked && <TransitionDialog incident={incident} transition={asked} onClose={() => setAsked(null)} />}
    </>
  );
}
