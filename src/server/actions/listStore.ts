import { type RawBuilder, sql } from 'kysely';
import { type ActionState, UNFINISHED } from '../../core/lifecycle/action.ts';
import type { ActionKind } from '../../core/lifecycle/actionKinds.ts';
import type { Priority } from '../../core/lifecycle/priority.ts';
import { isNamed } from '../platform/access/enterIncident.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import type { Actor } from '../platform/operations/actor.ts';
import { describedActions } from './store.ts';

/** Behind every day that was given. */
const NO_DAY = 'infinity';

interface Order {
  /** What is sorted by, before the id. */
  by: readonly { column: RawBuilder<unknown>; type: 'date' | 'text' }[];
  direction: 'asc' | 'desc';
}

const due = { column: sql`coalesce(action.due_on, 'infinity')`, type: 'date' } as const;

const ORDERS = {
  due: { by: [due], direction: 'asc' },
  priority: { by: [{ column: sql`action.priority`, type: 'text' }, due], direction: 'asc' },
  newest: { by: [], direction: 'desc' },
} as const satisfies Record<string, Order>;

export type ActionOrder = keyof typeof ORDERS;

/** The values of a row that an order sorts by, as its cursor holds them; the id is the last. */
export const CURSORS: Readonly<Record<ActionOrder, (row: CursorRow) => string[]>> = {
  due: ({ dueOn, id }) => [dueOn ?? NO_DAY, id],
  priority: ({ priority, dueOn, id }) => [priority, dueOn ?? NO_DAY, id],
  newest: ({ id }) => [id],
};

interface CursorRow {
  id: string;
  priority: Priority;
  dueOn: string | null;
}

/** How many values the cursor of an order has. */
export const cursorLength = (sort: ActionOrder): number => ORDERS[sort].by.length + 1;

export interface ActionFilter {
  state?: readonly ActionState[] | undefined;
  kind?: readonly ActionKind[] | undefined;
  priority?: readonly Priority[] | undefined;
  ownerId?: string | undefined;
  isOwned?: boolean | undefined;
  isOverdue?: boolean | undefined;
  serviceId?: string | undefined;
  /** An id, or a number such as `INC-12`. */
  incidentId?: string | undefined;
  postmortemId?: string | undefined;
  findingId?: string | undefined;
  text?: string | undefined;
  sort: ActionOrder;
  /** The calendar day in UTC before which an unfinished action is overdue. */
  today: string;
  /** Cursor values of the last action of the page before. */
  after?: readonly string[] | undefined;
  most: number;
}

const isOverdueOn = (today: string) =>
  sql<boolean>`(coalesce(action.due_on < ${today}::date, false) and action.state = any(${UNFINISHED}::text[]))`;

/** Actions in the order that was asked for. */
export function listActions(db: Db, actor: Actor, filter: ActionFilter) {
  const { state, kind, priority, ownerId, isOwned, isOverdue, serviceId, incidentId, text, sort, after } =
    filter;
  const { by, direction }: Order = ORDERS[sort];
  const keys = [...by.map(({ column }) => column), sql`action.id`];
  const types = [...by.map(({ type }) => type), 'uuid'];
  const behind = direction === 'asc' ? sql`>` : sql`<`;
  const query = describedActions(db, actor)
    .$if(state !== undefined, q => q.where('action.state', 'in', state!))
    .$if(kind !== undefined, q => q.where('action.kind', 'in', kind!))
    .$if(priority !== undefined, q => q.where('action.priority', 'in', priority!))
    .$if(ownerId !== undefined, q => q.where('action.ownerId', '=', ownerId!))
    .$if(isOwned !== undefined, q => q.where('action.ownerId', isOwned ? 'is not' : 'is', null))
    .$if(isOverdue !== undefined, q => q.where(isOverdueOn(filter.today), '=', isOverdue!))
    .$if(incidentId !== undefined, q => q.where(isNamed(incidentId!)))
    .$if(filter.postmortemId !== undefined, q => q.where('action.postmortemId', '=', filter.postmortemId!))
    .$if(filter.findingId !== undefined, q => q.where('action.findingId', '=', filter.findingId!))
    .$if(serviceId !== undefined, q =>
      q.where(
        sql<boolean>`exists (
          select from incident_service affected
          where affected.incident_id = action.incident_id and affected.service_id = ${serviceId}::uuid
        )`,
      ),
    )
    .$if(text !== undefined, q =>
      q.where(
        sql<boolean>`(position(lower(${text}) in lower(action.title)) > 0
          or position(lower(${text}) in lower(action.description)) > 0)`,
      ),
    )
    .$if(after !== undefined, q => {
      const values = after!.map((value, i) => sql`${value}::${sql.raw(types[i]!)}`);
      return q.where(sql<boolean>`(${sql.join(keys)}) ${behind} (${sql.join(values)})`);
    });
  return keys
    .reduce((ordered, key) => ordered.orderBy(key, direction), query)
    .limit(filter.most)
    .execute();
}
