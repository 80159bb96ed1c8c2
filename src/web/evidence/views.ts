import { type ComponentType, lazy } from 'react';
import { FilesView } from './files/FilesView.tsx';

export interface ViewProps {
  incidentId: string;
  /** What results are shown of; undefined while nothing was read. */
  readingId: string | undefined;
}

/** Views that show what came of a reading are given one. */
export type ResultProps = ViewProps & { readingId: string };

const resultOf = (load: () => Promise<ComponentType<ResultProps>>): ComponentType<ViewProps> =>
  lazy(async () => ({ default: (await load()) as ComponentType<ViewProps> }));

/** The views of the evidence tab by their names in the address, in their order. */
export const VIEWS = {
  files: FilesView,
  logs: resultOf(() => import('./logs/LogExplorer.tsx').then(m => m.LogExplorer)),
  coverage: resultOf(() => import('./results/CoverageView.tsx').then(m => m.CoverageView)),
  gaps: resultOf(() => import('./results/GapsView.tsx').then(m => m.GapsView)),
  clocks: resultOf(() => import('./results/ClocksView.tsx').then(m => m.ClocksView)),
  redactions: resultOf(() => import('./results/RedactionsView.tsx').then(m => m.RedactionsView)),
  readings: lazy(() => import('./reading/ReadingsView.tsx').then(m => ({ default: m.ReadingsView }))),
} satisfies Record<string, ComponentType<ViewProps>>;

export type ViewName = keyof typeof VIEWS;

/** The view that an address names; files where it names none. */
export function viewOf(name: string | undefined) {
  const known: ViewName = name !== undefined && name in VIEWS ? (name as ViewName) : 'files';
  return {
    name: known,
    View: VIEWS[known] as ComponentType<ViewProps>,
    needsReading: known !== 'files' && known !== 'readings',
  };
}
