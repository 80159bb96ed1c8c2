import { MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextArea } from '../ui/Field.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Meter } from '../ui/Meter.tsx';
import { say } from '../ui/Toasts.tsx';
import type { Postmortem } from './postmortem.ts';
import { usePostmortemChange } from './usePostmortemChange.ts';

/** How complete a postmortem is, and what can be done with it as a whole. */
export function PostmortemBar({ postmortem }: { postmortem: Postmortem }) {
  const me = useMe();
  const change = usePostmortemChange();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const [reason, setReason] = useState('');
  const { id, completeness, canGo, version } = postmortem;
  const context = { ifMatch: version };
  const refill = (): void =>
    change.mutate(() => api.postmortems.refill.call({ id }), {
      onSuccess: () => say(t.postmortems.refilled),
    });
  return (
    <>
      <Meter percent={completeness} label={t.postmortems.completeness(completeness)} />
      {me.may(CONTRIBUTORS) && (
        <>
          {canGo.map(
            transition =>
              transition !== 'withdraw' && (
                <Button
                  key={transition}
                  kind={transition === 'finish' ? 'primary' : 'plain'}
                  disabled={change.isPending}
                  onClick={() => change.mutate(() => api.postmortems[transition].call({ id }, { context }))}
                >
                  {t.postmortems.transition[transition]}
                </Button>
              ),
          )}
          <Menu
            trigger={<Button size="icon" aria-label={t.common.more} icon={<MoreHorizontal size={16} />} />}
            items={[
              { label: t.postmortems.refill, isDisabled: postmortem.state !== 'draft', onSelect: refill },
              null,
              {
                label: t.postmortems.transition.withdraw!,
                isDangerous: true,
                isDisabled: !canGo.includes('withdraw'),
                onSelect: () => setWithdrawing(true),
              },
            ]}
          />
        </>
      )}
      <Dialog
        isOpen={isWithdrawing}
        onClose={() => setWithdrawing(false)}
        title={t.postmortems.transition.withdraw!}
        footer={
          <Button
            kind="primary"
            disabled={!reason.trim()}
            onClick={() => {
              setWithdrawing(false);
              change.mutate(() => api.postmortems.withdraw.call({ id, reason }, { context }));
            }}
          >
            {t.postmortems.transition.withdraw}
          </Button>
        }
      >
        <TextArea
          label={t.postmortems.withdrawReason}
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
      </Dialog>
    </>
  );
}
