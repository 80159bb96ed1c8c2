import { contract } from '../../contract/index.ts';
import { operations } from '../platform/operations/operations.ts';
import { idFromCursor, pageFrom } from '../platform/operations/page.ts';
import { refuse, refuseAbsent } from '../platform/operations/refuse.ts';
import { issueToken } from './issueToken.ts';
import * as store from './store.ts';

const on = operations.tokens;
const subject = (id: string) => ({ kind: 'token', id });

/** @throws invalid for a scope of something that there is not: a typing mistake would be found out much later */
function refuseUnknown(scopes: readonly string[]): void {
  const unknown = scopes.filter(scope => !['*', ...Object.keys(contract)].includes(scope.split(':')[0]!));
  if (unknown.length > 0)
    refuse(
      'invalid',
      `${unknown.join(' and ')}: there is no such feature. Scopes are for ${Object.keys(contract).join(', ')}, or * for all.`,
      { issues: [{ path: '/scopes', message: `unknown: ${unknown.join(', ')}` }] },
    );
}

export const tokenHandlers = {
  list: on.list.handler(async ({ input: { cursor, limit, of }, context: { db, actor } }) => {
    if (of === 'everyone' && !actor.roles.has('administrator'))
      refuse('forbidden', 'Only administrators see everyone’s tokens. Leave `of` out for your own.');
    const personId = of === 'me' ? actor.id : undefined;
    const after = cursor ? idFromCursor(cursor) : undefined;
    const rows = await store.listTokens(db, { personId, after, most: limit + 1 });
    return pageFrom(rows, limit, ({ id }) => [id]);
  }),

  create: on.create.handler(async ({ input, context }) => {
    const { id: personId } = context.actor;
    refuseUnknown(input.scopes);
    if (input.expiresAt && Date.parse(input.expiresAt) <= Date.parse(context.now))
      refuse('invalid', 'expiresAt is in the past: choose a later time, or null for no end.');
    const { secret, row } = await issueToken(context.db, { ...input, personId, at: context.now });
    await context.record({ subject: subject(row.id), after: row });
    return { ...row, token: secret };
  }),

  revoke: on.revoke.handler(async ({ input: { id }, context }) => {
    const { actor, db } = context;
    const before = (await store.findToken(db, id)) ?? refuseAbsent('token');
    if (before.personId !== actor.id && !actor.roles.has('administrator')) refuseAbsent('token');
    await store.deleteToken(db, id);
    await context.record({ subject: subject(id), before });
  }),
};
