import { createHmac } from 'node:crypto';
import { isSame } from './isSame.ts';

/** What one kind of ticket is signed with; a ticket of one kind is worth nothing as another. */
export type TicketKey = Buffer;

const SHAPE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/;

const sign = (key: TicketKey, id: string): string => createHmac('sha256', key).update(id).digest('base64url');

/**
 * A ticket: the id of a row and our signature. Whoever holds one may do once what the row is for. It is made again, not
 * kept, so neither the database nor the queue of mails holds anything that opens an account.
 */
export const makeTicket = (key: TicketKey, id: string): string => `${id}.${sign(key, id)}`;

/** The id in a ticket of ours; undefined for anything else. */
export function openTicket(key: TicketKey, ticket: string): string | undefined {
  const [, id, signature] = SHAPE.exec(ticket) ?? [];
  if (!id || !signature) return undefined;
  return isSame(signature, sign(key, id)) ? id : undefined;
}
