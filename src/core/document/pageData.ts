import type { Bundle } from './bundle.ts';

/** What the script of the page needs of a bundle; everything else stands in the page as HTML already. */
export interface PageData
  extends Pick<
    Bundle,
    'window' | 'moments' | 'phases' | 'series' | 'lanes' | 'events' | 'eventsOmitted' | 'gaps' | 'citations'
  > {
  /** The zone of the people of the incident, `UTC` when the evidence names no other. */
  zone: string;
}

/** Picks the page's part of a bundle. */
export function pageData(bundle: Bundle): PageData {
  const { window, moments, phases, series, lanes, events, eventsOmitted, gaps, citations } = bundle;
  const zone = incidentZone(bundle.coverage);
  return { window, moments, phases, series, lanes, events, eventsOmitted, gaps, citations, zone };
}

const UNIVERSAL = new Set(['', 'UTC', 'Z', 'GMT', 'Etc/UTC', '+00:00', '+0000', '-00:00']);

/** The zone that most records were written in, leaving UTC aside: machines write UTC wherever their people live. */
function incidentZone(coverage: Bundle['coverage']): string {
  const records = new Map<string, number>();
  for (const file of coverage) {
    if (UNIVERSAL.has(file.zone)) continue;
    records.set(file.zone, (records.get(file.zone) ?? 0) + file.records);
  }
  const [most] = [...records].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? 'UTC';
}
