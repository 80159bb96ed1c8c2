import { microsText } from '../../evidence/results/microsText.ts';
import { t } from '../../messages/index.ts';
import { countText } from '../../messages/plural.ts';
import { type Column, Table } from '../../ui/Table.tsx';
import { changeSign, changeText, type FrameScale, figuresOf } from './frameFigures.ts';
import { type Frame, nameOf } from './layoutFlame.ts';

interface FlameTableProps {
  /** In the order of the tree. */
  frames: readonly Frame[];
  depthOf(place: number): number;
  scale: FrameScale;
  isFound(place: number): boolean;
  onZoom(place: number): void;
}

/** The same paths as a table: callers before what they call. */
export function FlameTable({ frames, depthOf, scale, isFound, onZoom }: FlameTableProps) {
  const isCompared = scale.requestsBefore !== undefined;
  const per = (sum: number, requests = 0): string => (requests === 0 ? '–' : microsText(sum / requests));
  const columns: Column<Frame>[] = [
    {
      key: 'operation',
      label: t.traces.flame.operation,
      cell: frame => (
        <button
          type="button"
          className={`block min-h-6 min-w-32 max-w-[60ch] text-left [--step:0.75rem] max-sm:[--step:0.2rem] [overflow-wrap:anywhere] hover:text-accent hover:underline ${isFound(frame.place) ? 'rounded-sm bg-accent-soft text-accent' : ''}`}
          style={{ marginLeft: `calc(${Math.min(depthOf(frame.place), 16)} * var(--step))` }}
          onClick={() => onZoom(frame.place)}
        >
          <span className="sr-only">{`${depthOf(frame.place) + 1}. `}</span>
          <bdi className="font-medium">{frame.service}</bdi>{' '}
          <bdi className="text-muted">{frame.operation}</bdi>
        </button>
      ),
    },
    {
      key: 'total',
      label: t.traces.flame.total,
      isNumber: true,
      className: 'whitespace-nowrap',
      cell: ({ path }) => per(path.now.totalUs, scale.requests),
    },
    {
      key: 'own',
      label: t.traces.flame.ownTime,
      isNumber: true,
      isExtra: true,
      className: 'whitespace-nowrap',
      cell: ({ path }) => per(path.now.ownUs, scale.requests),
    },
    {
      key: 'calls',
      label: t.traces.flame.calls,
      isNumber: true,
      isExtra: true,
      cell: ({ path }) => countText(path.now.calls),
    },
  ];
  const compared: Column<Frame>[] = [
    {
      key: 'before',
      label: t.traces.before,
      isNumber: true,
      isExtra: true,
      className: 'whitespace-nowrap',
      cell: ({ path }) => per(path.before.totalUs, scale.requestsBefore),
    },
    {
      key: 'change',
      label: t.traces.flame.changed,
      isNumber: true,
      className: 'whitespace-nowrap',
      cell: frame => {
        const { now, before } = frame.path;
        const figures = figuresOf({ weights: { now: now.totalUs, before: before.totalUs } }, scale);
        return (
          <span title={changeText(figures)}>
            <span aria-hidden>{changeSign(figures) || '–'}</span>
            <span className="sr-only">{changeText(figures)}</span>
          </span>
        );
      },
    },
  ];
  return (
    <Table
      caption={`${t.traces.flame.graph}, ${t.traces.flame.perRequest}`}
      columns={isCompared ? [...columns, ...compared] : columns}
      rows={frames}
      keyOf={frame => `${frame.place} ${nameOf(frame)}`}
    />
  );
}
