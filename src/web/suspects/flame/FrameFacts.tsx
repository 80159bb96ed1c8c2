import { Link } from '@tanstack/react-router';
import { Quote } from 'lucide-react';
import { microsText } from '../../evidence/results/microsText.ts';
import { t } from '../../messages/index.ts';
import { countText } from '../../messages/plural.ts';
import { Button } from '../../ui/Button.tsx';
import { CompareTable } from '../CompareTable.tsx';
import { copyText } from '../copyText.ts';
import type { CallCost } from '../suspect.ts';
import { changeSign, type FrameScale, figuresOf } from './frameFigures.ts';
import { type Frame, nameOf, pathTo } from './layoutFlame.ts';

interface FrameFactsProps {
  incidentId: string;
  readingId: string;
  frames: readonly Frame[];
  frame: Frame;
  scale: FrameScale;
  stretch: { from?: string; to?: string };
}

const perCall = (sum: number, count: number): string => (count === 0 ? '–' : microsText(sum / count));

interface Side {
  cost: CallCost;
  requests: number;
}

const { flame } = t.traces;
const ROWS: readonly (readonly [string, (side: Side) => string])[] = [
  [`${flame.total}, ${flame.perRequest}`, ({ cost, requests }) => perCall(cost.totalUs, requests)],
  [`${flame.ownTime}, ${flame.perRequest}`, ({ cost, requests }) => perCall(cost.ownUs, requests)],
  [flame.mean, ({ cost }) => perCall(cost.sumUs, cost.calls)],
  [flame.calls, ({ cost }) => countText(cost.calls)],
  [flame.errors, ({ cost }) => countText(cost.errors)],
];

/** What one call path took, now and before, and the way to its spans; it can be cited. */
export function FrameFacts({ incidentId, readingId, frames, frame, scale, stretch }: FrameFactsProps) {
  const { now, before, example } = frame.path;
  const isCompared = scale.requestsBefore !== undefined;
  const figures = figuresOf({ weights: { now: now.totalUs, before: before.totalUs } }, scale);
  const cite = (): void => {
    const path = pathTo(frames, frame);
    const link = new URL(location.href);
    link.searchParams.set('at', JSON.stringify(path.map(nameOf)));
    link.searchParams.set('reading', readingId);
    const said = t.traces.flame.cite(
      path.map(nameOf).join(' › '),
      perCall(now.totalUs, scale.requests),
      isCompared ? perCall(before.totalUs, scale.requestsBefore!) : undefined,
    );
    void copyText([incidentId, said, link.href].join(', '));
  };
  return (
    <section aria-label={nameOf(frame)} className="rounded border border-line bg-panel px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="min-w-0 flex-1 [overflow-wrap:anywhere]">
          <bdi className="font-semibold">{frame.service}</bdi>{' '}
          <bdi className="text-muted">{frame.operation}</bdi>
        </h2>
        {isCompared && (
          <span className="tabular text-sm">
            {changeSign(figures)} <span className="text-muted">{t.traces.change[figures.change]}</span>
          </span>
        )}
      </div>
      <CompareTable
        caption={nameOf(frame)}
        now={{ cost: now, requests: scale.requests }}
        before={isCompared ? { cost: before, requests: scale.requestsBefore! } : undefined}
        rows={ROWS}
      />
      <p className="no-print mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-accent">
        <Link
          to="/incidents/$id/evidence"
          params={{ id: incidentId }}
          search={{ view: 'logs', record: example, kind: 'all', reading: readingId }}
          className="hover:underline"
        >
          {t.traces.record}
        </Link>
        {frame.service && (
          <Link
            to="/incidents/$id/suspects"
            params={{ id: incidentId }}
            search={{ view: 'traces', service: frame.service, ...stretch }}
            className="hover:underline"
          >
            {t.traces.showTraces}
          </Link>
        )}
        <Button size="small" icon={<Quote size={14} aria-hidden />} onClick={cite}>
          {t.traces.copy}
        </Button>
      </p>
    </section>
  );
}
