import { t } from '../messages/index.ts';
import type { Hit } from './hit.ts';

const LABELS: Record<Hit['kind'], Readonly<Record<string, string>>> = {
  incident: t.incidents.state,
  postmortem: t.postmortems.state,
  action: t.actions.state,
};

/** A state as people say it, of a noun; without one, of whichever has it. */
export const stateLabel = (kind: Hit['kind'] | undefined, state: string): string =>
  (kind ? LABELS[kind] : Object.assign({}, ...Object.values(LABELS)))[state] ?? state;
