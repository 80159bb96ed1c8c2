import type { RecordKind } from '../../../core/record.ts';
import { type Column, columnOf } from './columns.ts';

/** What the rows of a table of lines and events are, and the column that names them. */
export interface RowKind {
  kind: RecordKind;
  name: Column | undefined;
}

const ALERT = /^(?:alert(?:[ _-]?name)?|incident(?:[ _-]?(?:number|id|key|title))?|monitor(?:[ _-]?name)?)$/i;
const CHANGE =
  /^(?:version|release|revision|commit(?:[ _-]?(?:sha|id|hash))?|sha|deploy(?:ment)?(?:[ _-]?id)?|image|tag|changed[ _-]?by)$/i;
const AUTHOR = /^(?:user(?:[ _-]?name)?|author(?:[ _-]?name)?|from|sender|who)$/i;
const OBJECT = /^(?:object|involved[ _-]?object|kind)$/i;

/** Judges by the headers: an alert list, a list of changes, Kubernetes events, a chat, log lines, or other events. */
export function rowKind(columns: readonly Column[]): RowKind {
  const header = (pattern: RegExp) => columns.find(column => pattern.test(column.name));
  const body = columnOf(columns, 'body');
  const title = columnOf(columns, 'title');
  const operation = columnOf(columns, 'operation');
  const isTraced = columnOf(columns, 'trace') !== undefined;
  const isLevelled = columnOf(columns, 'level') !== undefined;
  const alert = header(ALERT);
  if (alert && !isTraced) return { kind: 'alert', name: title ?? body ?? alert };
  if (header(CHANGE) && !isLevelled && !isTraced && (!body || header(AUTHOR))) {
    return { kind: 'change', name: title ?? operation ?? body };
  }
  if (title && header(OBJECT)) return { kind: 'event', name: title };
  const isTalk = header(AUTHOR) && body && !isLevelled && !columnOf(columns, 'service');
  if (isTalk) return { kind: 'message', name: header(AUTHOR) };
  return { kind: body ? 'log' : 'event', name: title ?? operation };
}
