import { useState } from 'react';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { say } from '../../ui/Toasts.tsx';
import { type Grantee, granteeInput } from './grantee.ts';
import { PickGrantees } from './PickGrantees.tsx';
import { useAccess } from './useAccess.ts';

interface GrantFormProps {
  incidentId: string;
  /** Ids of those on the list. */
  present: readonly string[];
}

/** Lets people and teams see an incident while it is restricted, with the reason. */
export function GrantForm({ incidentId, present }: GrantFormProps) {
  const { change } = useAccess(incidentId);
  const [chosen, setChosen] = useState<Grantee[]>([]);
  const [reason, setReason] = useState('');
  const grant = async (): Promise<void> => {
    // One after the other: the list that comes back last is the whole one. Who was let in leaves the field at once.
    for (const each of chosen) {
      await change.mutateAsync(() =>
        api.incidents.grantAccess.call({ id: incidentId, ...granteeInput(each), reason }),
      );
      setChosen(left => left.filter(other => other !== each));
    }
    setReason('');
    say(t.restriction.granted(chosen.map(({ name }) => name).join(', ')));
  };
  return (
    <form
      className="flex flex-col gap-3 rounded border border-line bg-sunken p-3"
      onSubmit={event => {
        event.preventDefault();
        // What was refused is said by the change itself.
        void grant().catch(() => undefined);
      }}
    >
      <PickGrantees chosen={chosen} present={present} onChange={setChosen} />
      {chosen.length > 0 && (
        <>
          <TextField
            label={t.restriction.grantReason}
            required
            maxLength={2_000}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
          <Button
            kind="primary"
            type="submit"
            className="self-end"
            disabled={!reason.trim()}
            isBusy={change.isPending}
          >
            {t.restriction.grant}
          </Button>
        </>
      )}
    </form>
  );
}
