import type { Attributes } from '../../../core/record.ts';
import { serviceOfPod } from '../names/serviceOfPod.ts';
import { type Column, columnOf } from './columns.ts';

/** Whose rows they are. */
export interface Identity {
  host: string | undefined;
  service: string | undefined;
}

/** How to find a row's service and host, and the attributes that place it: `pod`, `container`, `namespace`. */
export interface IdentityReader {
  read(cells: readonly string[]): Identity;
  place(cells: readonly string[], into: Attributes): void;
}

/** Prepares the reading of the identity columns of a table. */
export function identityOf(columns: readonly Column[]): IdentityReader {
  const service = columnOf(columns, 'service')?.index ?? -1;
  const host = columnOf(columns, 'host')?.index ?? -1;
  const pod = columnOf(columns, 'pod')?.index ?? -1;
  const container = columnOf(columns, 'container')?.index ?? -1;
  const namespace = columnOf(columns, 'namespace')?.index ?? -1;
  return {
    read: cells => ({
      host: cells[host] || undefined,
      service: cells[service] || (cells[pod] ? serviceOfPod(cells[pod]) : cells[container] || undefined),
    }),
    place(cells, into) {
      if (cells[pod]) into.pod = cells[pod];
      if (cells[container]) into.container = cells[container];
      if (cells[namespace]) into.namespace = cells[namespace];
    },
  };
}

/** Roles that become columns of a record, or that `identityOf` places; the cells of all others are attributes. */
const CLAIMED = new Set([
  'time',
  'start',
  'end',
  'duration',
  'level',
  'body',
  'service',
  'pod',
  'container',
  'namespace',
  'host',
  'trace',
  'span',
  'parent',
  'operation',
]);

/** The columns whose cells become attributes under their own name. */
export function looseColumns(columns: readonly Column[], taken: readonly (Column | undefined)[]): Column[] {
  const seen = new Set<string>();
  return columns.filter(column => {
    if (taken.includes(column)) return false;
    const isFirst = !seen.has(column.role);
    seen.add(column.role);
    return !(isFirst && CLAIMED.has(column.role)) && column.role !== 'time';
  });
}

/** Puts what stands in these columns into the attributes, under the columns' names; empty cells say nothing. */
export function keepCells(
  attributes: Attributes,
  cells: readonly string[],
  columns: readonly Column[],
): void {
  for (const { index, name } of columns) {
    const cell = cells[index];
    if (cell) attributes[name] = cell;
  }
}
