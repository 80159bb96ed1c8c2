import { ACTION_TABLE, UNFINISHED } from '../../core/lifecycle/action.ts';
import { computePriority, type PriorityFacts } from '../../core/lifecycle/priority.ts';
import { offeredTransitions } from '../../core/lifecycle/stateTable.ts';
import type { Remark } from '../../core/remark.ts';
import { checkActionTitle } from '../../core/writing/checkActionTitle.ts';
import type { ActionRow, PriorityFactsRow } from './store.ts';

/** The facts as the core counts them: what nobody said is left out. */
export const knownFacts = (facts: PriorityFactsRow): PriorityFacts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));

const MISSING = [
  { column: 'owner', on: 'ownerId', text: 'Nobody owns it. Ask one person to take it on.' },
  { column: 'dueOn', on: 'dueOn', text: 'It has no due day. Agree on one with its owner.' },
  {
    column: 'verification',
    on: 'verification',
    text: 'Nothing says how it will be proved. Plan a check that can fail.',
  },
] as const;

/** What a reviewer would object to; an action that was cancelled promises nothing. */
function remarksOf(row: ActionRow): Remark[] {
  if (row.state === 'cancelled') return [];
  const missing = MISSING.filter(({ column }) => row[column] === null);
  return [
    ...checkActionTitle(row.title),
    ...missing.map(
      ({ column, on, text }): Remark => ({ level: 'warning', code: `${column}-missing`, on, text }),
    ),
  ];
}

/** The day in UTC that an instant in ISO lies on. */
export const dayOf = (instant: string): string => instant.slice(0, 10);

/** An action as the contract shows it: the row, and what the core says of it. `now` in ISO. */
export function toAction(row: ActionRow, now: string) {
  const { overridePriority, overrideNote, overrideAt, overrider, ...rest } = row;
  return {
    ...rest,
    isOverdue: UNFINISHED.includes(row.state) && row.dueOn !== null && row.dueOn < dayOf(now),
    computedPriority: computePriority(knownFacts(row.priorityFacts)),
    priorityOverride:
      overridePriority && overrider
        ? { priority: overridePriority, note: overrideNote!, by: overrider, at: overrideAt! }
        : null,
    canGo: offeredTransitions(ACTION_TABLE, row.state),
    remarks: remarksOf(row),
  };
}
