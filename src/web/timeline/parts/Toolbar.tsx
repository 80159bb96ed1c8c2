import {
  ChevronsDownUp,
  ChevronsUpDown,
  Ellipsis,
  LineChart,
  Maximize2,
  Plus,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import type { MomentsShown } from '../model/timelineNotes.ts';

interface ToolbarProps {
  search: ReactNode;
  filter: ReactNode;
  shown: MomentsShown;
  hasSeries: boolean;
  /** Null where the evidence has no series. */
  onSeries: (() => void) | null;
  isAnyOpen: boolean;
  /** Null where no service has several sources. */
  onOpenAll: (() => void) | null;
  onAnnotate: (() => void) | null;
  onShown(shown: MomentsShown): void;
  onZoom(factor: number): void;
  onWhole(): void;
  onSelectView(): void;
  onCopyLink(): void;
  onPng(): void;
  onCsv(): void;
}

/** What can be done with the timeline as a whole. */
export function Toolbar(props: ToolbarProps) {
  const { search, filter, shown, hasSeries, isAnyOpen } = props;
  return (
    <div className="no-print mb-2 flex flex-wrap items-center gap-2">
      {search}
      {filter}
      <select
        aria-label={t.timeline.moments}
        className="h-8 rounded border border-line bg-panel px-2 pr-7 text-base hover:border-faint"
        value={shown}
        onChange={event => props.onShown(event.target.value as MomentsShown)}
      >
        {Object.entries(t.timeline.shown).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {props.onSeries && (
        <Button
          aria-pressed={hasSeries}
          className={hasSeries ? 'text-accent' : undefined}
          icon={<LineChart size={15} aria-hidden />}
          onClick={props.onSeries}
        >
          <span className="max-sm:sr-only">{t.timeline.graphs}</span>
        </Button>
      )}
      {props.onOpenAll && (
        <Button
          size="icon"
          aria-label={isAnyOpen ? t.timeline.closeAll : t.timeline.openAll}
          icon={isAnyOpen ? <ChevronsDownUp size={15} /> : <ChevronsUpDown size={15} />}
          onClick={props.onOpenAll}
        />
      )}
      <fieldset aria-label={t.timeline.title} className="flex gap-1">
        <Button
          size="icon"
          aria-label={t.timeline.farther}
          icon={<ZoomOut size={15} />}
          onClick={() => props.onZoom(2)}
        />
        <Button
          size="icon"
          aria-label={t.timeline.closer}
          icon={<ZoomIn size={15} />}
          onClick={() => props.onZoom(0.5)}
        />
        <Button
          size="icon"
          aria-label={t.timeline.whole}
          icon={<Maximize2 size={15} />}
          onClick={props.onWhole}
        />
      </fieldset>
      <div className="flex-1" />
      {props.onAnnotate && (
        <Button icon={<Plus size={15} aria-hidden />} onClick={props.onAnnotate}>
          <span className="max-sm:sr-only">{t.timeline.annotate}</span>
        </Button>
      )}
      <Menu
        trigger={<Button size="icon" aria-label={t.timeline.more} icon={<Ellipsis size={16} />} />}
        items={[
          { label: t.timeline.selectView, keys: 'r', onSelect: props.onSelectView },
          { label: t.timeline.copyLink, onSelect: props.onCopyLink },
          null,
          { label: t.timeline.exportPng, onSelect: props.onPng },
          { label: t.timeline.exportCsv, onSelect: props.onCsv },
        ]}
      />
    </div>
  );
}
