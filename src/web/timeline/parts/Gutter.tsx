import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { t } from '../../messages/index.ts';
import { cx } from '../../ui/cx.ts';
import { AXIS_HEIGHT, GRAPHS, type Layout, PHASE_HEIGHT, type Row } from '../layout.ts';
import type { ShownEvents } from '../model/shownEvents.ts';
import type { TimelineModel } from '../model/timelineModel.ts';
import { nameOf } from '../nameOf.ts';

interface GutterProps {
  layout: Layout;
  model: TimelineModel;
  events: ShownEvents;
  unit: number;
  width: number;
  /** On narrow screens names are drawn on the plot; here they are left to screen readers. */
  isHidden: boolean;
  onToggle(service: string): void;
}

/** The names of the rows; a service opens to its sources. */
export const Gutter = memo(function Gutter(props: GutterProps) {
  const { layout, unit, width, isHidden } = props;
  return (
    <div
      className={cx('relative shrink-0 border-r border-line bg-panel', isHidden && 'sr-only')}
      style={isHidden ? undefined : { width }}
    >
      <div
        aria-hidden
        className="sticky top-0 z-10 border-b border-line bg-panel text-xs text-muted"
        style={{ height: layout.headHeight * unit }}
      >
        <span className="absolute px-3 leading-none" style={{ top: (AXIS_HEIGHT + 4) * unit }}>
          {t.timeline.phaseRow}
        </span>
        <span
          className="absolute px-3 leading-none"
          style={{ top: (layout.marksTop + PHASE_HEIGHT / 2 - 4) * unit }}
        >
          {t.timeline.moments}
        </span>
      </div>
      {layout.rows.map(row => (
        <Name key={keyOf(row)} row={row} {...props} />
      ))}
    </div>
  );
});

const keyOf = (row: Row): string => {
  if (row.kind === 'series') return `series ${row.series.id}`;
  if (row.kind === 'more') return 'more';
  return row.kind === 'group' ? `group ${row.place}` : `lane ${row.lane}`;
};

const NAME = 'absolute inset-x-0 flex items-center gap-1 px-3 text-sm';

function Name({ row, layout, model, events, unit, onToggle }: GutterProps & { row: Row }) {
  const style = { top: (layout.headHeight + row.top) * unit, height: row.height * unit };
  const name = nameOf({ model }, row);
  if (row.kind === 'series')
    return (
      <div className={NAME} style={style} title={`${name}, ${row.series.service}`}>
        <span className="min-w-0 flex-1">
          <span className="block truncate leading-4">{name}</span>
          <span className="block truncate text-xs leading-4 text-muted">{row.series.service}</span>
        </span>
      </div>
    );
  if (row.kind === 'more')
    return (
      <button
        type="button"
        aria-expanded={row.isOpen}
        className={cx(NAME, 'text-left text-muted hover:bg-sunken -outline-offset-2')}
        style={style}
        onClick={() => onToggle(GRAPHS)}
      >
        {name}
      </button>
    );
  const count = row.kind === 'lane' ? events.byLane.sizeOf(row.lane) : events.byGroup.sizeOf(row.place);
  const size = <span className="tabular text-xs text-muted">{t.timeline.rowCount(count)}</span>;
  if (row.kind === 'lane')
    return (
      <div
        className={cx(NAME, row.isInner ? 'pl-7 text-muted' : 'pl-7')}
        style={style}
        title={name}
        dir="auto"
      >
        <span className="min-w-0 flex-1 truncate">{name}</span>
        {size}
      </div>
    );
  const Icon = row.isOpen ? ChevronDown : ChevronRight;
  return (
    <button
      type="button"
      aria-expanded={row.isOpen}
      className={cx(NAME, 'pl-2 text-left hover:bg-sunken -outline-offset-2')}
      style={style}
      title={name}
      onClick={() => onToggle(row.group.service)}
    >
      <Icon size={14} aria-hidden className="shrink-0 text-muted" />
      <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
      {size}
    </button>
  );
}
