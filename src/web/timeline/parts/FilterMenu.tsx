import { ListFilter } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useMemo, useState } from 'react';
import { LEVELS, RECORD_KINDS } from '../../../core/document/schema/words.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import {
  type EventFilter,
  FACETS,
  type Facet,
  filterSize,
  OPEN_FILTER,
  toggled,
} from '../model/eventFilter.ts';
import type { TimelineModel } from '../model/timelineModel.ts';

interface FilterMenuProps {
  model: TimelineModel;
  filter: EventFilter;
  onFilter(filter: EventFilter): void;
}

/** Words of a facet that are listed before one types. */
const FEW = 60;

/** Narrows the events by service, source, level and kind; counts say how many each has. */
export function FilterMenu({ model, filter, onFilter }: FilterMenuProps) {
  const counts = useMemo(() => countWords(model), [model]);
  const [part, setPart] = useState('');
  const size = filterSize(filter);
  const wanted = part.trim().toLowerCase();
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button className={size > 0 ? 'text-accent' : undefined} icon={<ListFilter size={15} aria-hidden />}>
          {size > 0 ? t.timeline.filterCount(size) : t.timeline.filter}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={t.timeline.filter}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 flex max-h-[min(70dvh,36rem)] w-[min(56rem,calc(100vw-1rem))] flex-col rounded border border-line bg-raised shadow-float"
        >
          <div className="flex gap-2 border-b border-line p-2">
            <input
              type="search"
              aria-label={t.common.search}
              placeholder={t.common.search}
              className="h-8 min-w-0 flex-1 rounded border border-line bg-panel px-2"
              value={part}
              onChange={event => setPart(event.target.value)}
            />
            <Button disabled={size === 0} onClick={() => onFilter(OPEN_FILTER)}>
              {t.timeline.clearFilter}
            </Button>
          </div>
          <div className="grid min-h-0 gap-x-4 overflow-y-auto p-3 sm:grid-cols-2 lg:grid-cols-[1.5fr_1.5fr_1fr_1fr]">
            {FACETS.map(facet => (
              <fieldset key={facet} className="min-w-0">
                <legend className="pb-1 text-xs font-medium text-muted">{t.timeline.facets[facet]}</legend>
                {counts[facet]
                  .filter(({ word }) => word.toLowerCase().includes(wanted) || filter[facet].includes(word))
                  .slice(0, FEW)
                  .map(({ word, events }) => (
                    <label
                      key={word}
                      className="flex min-h-6 items-center gap-2 rounded-sm px-1 hover:bg-sunken"
                    >
                      <input
                        type="checkbox"
                        className="accent-accent"
                        checked={filter[facet].includes(word)}
                        onChange={() => onFilter(toggled(filter, facet, word))}
                      />
                      <span className="min-w-0 flex-1 truncate" title={word} dir="auto">
                        {word || t.timeline.noWord}
                      </span>
                      <span className="tabular text-xs text-muted">{t.timeline.rowCount(events)}</span>
                    </label>
                  ))}
              </fieldset>
            ))}
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function countWords({
  columns,
  laneSizes,
}: TimelineModel): Record<Facet, { word: string; events: number }[]> {
  const maps = Object.fromEntries(FACETS.map(facet => [facet, new Map<string, number>()])) as Record<
    Facet,
    Map<string, number>
  >;
  const add = (facet: Facet, word: string, events: number): void =>
    void maps[facet].set(word, (maps[facet].get(word) ?? 0) + events);
  for (const [lane, { service, source }] of columns.lanes.entries()) {
    add('service', service, laneSizes[lane]!);
    add('source', source, laneSizes[lane]!);
  }
  const [levels, kinds] = [new Uint32Array(LEVELS.length), new Uint32Array(RECORD_KINDS.length)];
  for (let place = 0; place < columns.count; place++) {
    levels[columns.level[place]!]!++;
    kinds[columns.kind[place]!]!++;
  }
  for (const [place, events] of levels.entries()) if (events > 0) add('level', LEVELS[place]!, events);
  for (const [place, events] of kinds.entries()) if (events > 0) add('kind', RECORD_KINDS[place]!, events);
  return Object.fromEntries(
    FACETS.map(facet => [
      facet,
      [...maps[facet]].map(([word, events]) => ({ word, events })).sort((a, b) => b.events - a.events),
    ]),
  ) as Record<Facet, { word: string; events: number }[]>;
}
