import { Info, Lock, MoreHorizontal, Printer, RefreshCw, Undo2, X } from 'lucide-react';
import { CONTRIBUTORS, RESTRICTERS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Meter } from '../ui/Meter.tsx';
import { say } from '../ui/Toasts.tsx';
import { useShortcut } from '../ui/useShortcut.ts';
import { PostmortemPanels } from './PostmortemPanels.tsx';
import type { Postmortem } from './postmortem.ts';
import { usePostmortemChange } from './usePostmortemChange.ts';
import { usePostmortemPanel } from './usePostmortemPanel.ts';

const ICON = { size: 14, 'aria-hidden': true } as const;

/** How complete a postmortem is, and what can be done with it as a whole. */
export function PostmortemBar({ postmortem }: { postmortem: Postmortem }) {
  const me = useMe();
  const change = usePostmortemChange();
  const { open } = usePostmortemPanel();
  const { id, completeness, canGo, state } = postmortem;
  const mayChange = me.may(CONTRIBUTORS);
  useShortcut('m', t.postmortems.missingHere, () => open('missing'));
  useShortcut('p', t.postmortems.print, () => print());
  const refill = (): void =>
    change.mutate(() => api.postmortems.refill.call({ id }), {
      onSuccess: () => say(t.postmortems.refilled),
    });
  return (
    <>
      <button
        type="button"
        aria-label={t.postmortems.showMissing(completeness)}
        className="flex h-8 items-center rounded px-2 hover:bg-sunken"
        onClick={() => open('missing')}
      >
        <Meter percent={completeness} label={t.postmortems.completeness(completeness)} />
      </button>
      {mayChange && canGo.includes('finish') && (
        <Button kind="primary" onClick={() => open('missing')}>
          {t.postmortems.transition.finish}
        </Button>
      )}
      {mayChange && canGo.includes('revise') && (
        <Button icon={<Undo2 {...ICON} />} onClick={() => open('revise')}>
          {t.postmortems.transition.revise}
        </Button>
      )}
      <Menu
        trigger={<Button size="icon" aria-label={t.postmortems.more} icon={<MoreHorizontal size={16} />} />}
        items={[
          { label: t.postmortems.about, icon: <Info {...ICON} />, onSelect: () => open('about') },
          {
            label: me.may(RESTRICTERS) ? t.postmortems.restrict : t.postmortems.viewers,
            icon: <Lock {...ICON} />,
            onSelect: () => open('viewers'),
          },
          { label: t.postmortems.print, icon: <Printer {...ICON} />, keys: 'p', onSelect: () => print() },
          ...(mayChange
            ? [
                {
                  label: t.postmortems.refill,
                  icon: <RefreshCw {...ICON} />,
                  isDisabled: state !== 'draft',
                  onSelect: refill,
                },
                null,
                {
                  label: t.postmortems.transition.withdraw,
                  icon: <X {...ICON} />,
                  isDangerous: true,
                  isDisabled: !canGo.includes('withdraw'),
                  onSelect: () => open('withdraw'),
                },
              ]
            : []),
        ]}
      />
      <PostmortemPanels postmortem={postmortem} />
    </>
  );
}
