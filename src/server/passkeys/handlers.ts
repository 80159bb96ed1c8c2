import { operations } from '../platform/operations/operations.ts';
import { refuseAbsent } from '../platform/operations/refuse.ts';
import * as store from './store.ts';

const on = operations.passkeys;

export const passkeyHandlers = {
  list: on.list.handler(async ({ context }) => ({
    items: await store.listPasskeys(context.db, context.actor.id),
  })),

  remove: on.remove.handler(async ({ input: { id }, context }) => {
    const before = (await store.removePasskey(context.db, context.actor.id, id)) ?? refuseAbsent('passkey');
    await context.record({ subject: { kind: 'passkey', id }, before });
  }),
};
