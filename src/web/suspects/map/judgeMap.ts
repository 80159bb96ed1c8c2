import { type Health, judgeHealth } from '../../../core/traces/judgeHealth.ts';
import { t } from '../../messages/index.ts';
import type { CallMap } from '../suspect.ts';

export type JudgedService = CallMap['services'][number] & { health: Health };
export type JudgedCall = CallMap['calls'][number] & { health: Health };

export interface JudgedMap {
  services: JudgedService[];
  calls: JudgedCall[];
}

/** The map with what the requests say of each service and each call. */
export const judgeMap = ({ services, calls }: CallMap, isCompared: boolean): JudgedMap => ({
  services: services.map(service => ({ ...service, health: judgeHealth(service, isCompared) })),
  calls: calls.map(call => ({ ...call, health: judgeHealth(call, isCompared) })),
});

type Compared = Pick<JudgedService, 'now' | 'before'>;

/** `3.1 %`, or empty where nothing failed. */
export const failedText = ({ now }: Compared): string =>
  now && now.errors > 0 ? `${((100 * now.errors) / now.requests).toFixed(1)} %` : '';

/** Less than this factor is chance. */
const NOTABLE = 1.5;

/** How much slower or faster, where that is worth saying: `▲ 2.3 ×`. */
export function slowerText({ now, before }: Compared): string {
  const factor = now && before ? now.p95Us / before.p95Us : 1;
  if (factor < NOTABLE && factor > 1 / NOTABLE) return '';
  return `${factor > 1 ? '▲' : '▼'} ${t.traces.factor(factor)}`;
}
