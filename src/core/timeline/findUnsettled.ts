import type { MomentKind } from '../document/bundle.ts';
import type { FoundGap } from './findGaps.ts';
import { type ProposedMoment, spell } from './moment.ts';

/** Order between these matters to the story; between two bursts it does not. */
const TELLING: ReadonlySet<MomentKind> = new Set([
  'impact-start',
  'detection',
  'mitigation',
  'restore',
  'deploy',
  'config-change',
  'restart',
  'first-error',
]);
/** Two clocks that were never compared: closer together than this, nobody knows which came first. */
const UNCOMPARED = 1e6;
const MOST = 12;

/** A moment's title without what it quotes. */
const named = ({ title }: ProposedMoment): string => `“${title.replace(/:? “.*$/s, '')}”`;

/** Neighbours on the timeline, from different sources, whose uncertainty intervals overlap. `moments` in time order. */
export function findUnsettled(moments: readonly ProposedMoment[]): FoundGap[] {
  const gaps: FoundGap[] = [];
  for (let i = 1; i < moments.length && gaps.length < MOST; i++) {
    const [a, b] = [moments[i - 1]!, moments[i]!];
    if (a.source === b.source || a.source === '' || b.source === '') continue;
    if (!TELLING.has(a.kind) || !TELLING.has(b.kind)) continue;
    const doubt = (a.uncertaintyUs ?? UNCOMPARED / 2) + (b.uncertaintyUs ?? UNCOMPARED / 2);
    if (b.at - a.at > doubt) continue;
    const why =
      a.uncertaintyUs === null || b.uncertaintyUs === null
        ? 'their clocks were never compared'
        : `their uncertainty is ${spell(doubt)} together`;
    gaps.push({
      kind: 'unsettled-order',
      source: `${a.source}, ${b.source}`,
      from: a.at,
      to: b.at,
      text: `Which came first is not settled: ${named(a)} or ${named(b)}. They are ${spell(b.at - a.at)} apart and ${why}.`,
      grounds: [...a.grounds.slice(0, 1), ...b.grounds.slice(0, 1)],
    });
  }
  return gaps;
}
