import { useState } from 'react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextArea } from '../ui/Field.tsx';
import type { Incident } from './incident.ts';
import { useIncidentChange } from './useIncidentChange.ts';

type Transition = Incident['canGo'][number];

const LEADS_TO: Record<Transition, Incident['state']> = {
  acknowledge: 'acknowledged',
  mitigate: 'mitigated',
  restore: 'restored',
  close: 'closed',
  reopen: 'acknowledged',
};

/** What can be done next with an incident; the usual step stands out. */
export function TransitionBar({ incident }: { incident: Incident }) {
  const me = useMe();
  const change = useIncidentChange(incident);
  const [isReopening, setReopening] = useState(false);
  if (!me.may(CONTRIBUTORS)) return null;
  const go = (transition: Transition): void => {
    if (transition === 'reopen') return setReopening(true);
    change.mutate({
      guess: { state: LEADS_TO[transition], canGo: [] },
      ask: () =>
        api.incidents[transition].call({ id: incident.id }, { context: { ifMatch: incident.version } }),
    });
  };
  const usual = incident.canGo.find(transition => transition !== 'reopen');
  return (
    <>
      {incident.canGo.map(transition => (
        <Button
          key={transition}
          kind={transition === usual ? 'primary' : 'plain'}
          disabled={change.isPending}
          onClick={() => go(transition)}
        >
          {t.incidents.transition[transition]}
        </Button>
      ))}
      <ReopenDialog
        isOpen={isReopening}
        onClose={() => setReopening(false)}
        onReopen={reason => {
          setReopening(false);
          change.mutate({
            guess: { state: 'acknowledged', canGo: [] },
            ask: () => api.incidents.reopen.call({ id: incident.id, reason }),
          });
        }}
      />
    </>
  );
}

interface ReopenDialogProps {
  isOpen: boolean;
  onClose(): void;
  onReopen(reason: string): void;
}

function ReopenDialog({ isOpen, onClose, onReopen }: ReopenDialogProps) {
  const [reason, setReason] = useState('');
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t.incidents.transition.reopen!}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button kind="primary" disabled={!reason.trim()} onClick={() => onReopen(reason)}>
            {t.incidents.transition.reopen}
          </Button>
        </>
      }
    >
      <TextArea
        label={t.incidents.reopenReason}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
    </Dialog>
  );
}
