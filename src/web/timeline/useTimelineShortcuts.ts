import { t } from '../messages/index.ts';
import { useShortcut } from '../ui/useShortcut.ts';

/**
 * Lets the timeline's keys work wherever one is on the page. The plot, when it has the focus, takes more of them.
 *
 * @param actions what to do, by the key's name
 */
export function useTimelineShortcuts(actions: ReadonlyMap<string, () => unknown>): void {
  const act = (key: string) => (): void => void actions.get(key)?.();
  useShortcut('s', t.timeline.search, act('s'));
  useShortcut('n', t.timeline.keys.nextMatch, act('n'));
  useShortcut('N', t.timeline.keys.previousMatch, act('N'));
  useShortcut('.', t.timeline.keys.nextMoment, act('.'));
  useShortcut(',', t.timeline.keys.previousMoment, act(','));
  useShortcut(']', t.timeline.keys.nextEvent, act(']'));
  useShortcut('[', t.timeline.keys.previousEvent, act('['));
  useShortcut('k', t.timeline.keys.keep, act('k'));
  useShortcut('x', t.timeline.keys.dismiss, act('x'));
  useShortcut('e', t.timeline.keys.edit, act('e'));
  useShortcut('a', t.timeline.annotate, act('a'));
  useShortcut('r', t.timeline.selectView, act('r'));
}
