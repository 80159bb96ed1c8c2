import { CLUSTER_EVENTS } from '../clusterEvents.ts';
import type { MomentRule } from '../moment.ts';
import { figure, spell } from '../moment.ts';
import type { Observations } from '../observation.ts';
import { quoted } from './errors.ts';

/** Events of the cluster by reason, and other events that are errors by their own account (a failed test, a failed run). */
export const eventMoments: MomentRule<Observations> = ({ events }) =>
  events.flatMap(run => {
    const known = Object.hasOwn(CLUSTER_EVENTS, run.name) ? CLUSTER_EVENTS[run.name] : undefined;
    const isBad = run.level === 'error' || run.level === 'fatal' || run.level === 'warn';
    if (known === undefined && !isBad) return [];
    const owner = run.service || run.first.source;
    const times =
      run.count === 1 ? '' : ` (${figure(run.count)} times within ${spell(run.last.at - run.first.at)})`;
    return [
      {
        key: `event ${run.name} ${run.service} ${run.first.row}`,
        kind: known?.kind ?? 'other',
        at: run.first.at,
        ...(run.count > 1 && { until: run.last.at }),
        uncertaintyUs: run.first.uncertaintyUs,
        title: `${owner}: ${known?.says ?? run.name}${times}: ${quoted(run.example)}`,
        reason: known === undefined ? `an event of level ${run.level}` : `event ${run.name}`,
        weight: known?.weight ?? 0.5,
        source: run.first.source,
        service: run.service,
        count: run.count,
        grounds: [{ label: `events ${run.name}`, rows: run.rows, count: run.count, query: run.query }],
      },
    ];
  });
