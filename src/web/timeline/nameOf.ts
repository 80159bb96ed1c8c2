import { t } from '../messages/index.ts';
import type { Row } from './layout.ts';
import type { Stage } from './stage.ts';

/** What a row is called. */
export function nameOf({ model }: Pick<Stage, 'model'>, row: Row): string {
  if (row.kind === 'series') return row.series.title;
  if (row.kind === 'more') return row.isOpen ? t.timeline.fewGraphs : t.timeline.allGraphs(row.hidden);
  if (row.kind === 'group') return row.group.service || t.timeline.otherSources;
  const { source, service } = model.columns.lanes[row.lane]!;
  return row.isInner || service === '' ? source : service;
}

/** What a row is called where nothing else says whose it is. */
export const fullNameOf = (stage: Pick<Stage, 'model'>, row: Row): string =>
  row.kind === 'series' ? `${row.series.service} · ${row.series.title}` : nameOf(stage, row);
