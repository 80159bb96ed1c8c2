import type { OperationMeta } from '../../../contract/operation.ts';
import type { Actor } from './actor.ts';
import { refuse } from './refuse.ts';

/** Whether a scope, such as `incidents:read`, `incidents:*` or `*:read`, covers an operation of a feature. */
const covers = (scope: string, feature: string, effect: OperationMeta['effect']): boolean => {
  const [scopeFeature, scopeEffect] = scope.split(':');
  return (
    (scopeFeature === '*' || scopeFeature === feature) &&
    // Who may change may also read.
    (scopeEffect === '*' || scopeEffect === effect || (scopeEffect === 'change' && effect === 'read'))
  );
};

/**
 * Decides whether an actor may use an operation at all; which rows it may touch is decided by the stores, in SQL.
 *
 * @param feature first part of the operation's name
 * @throws unauthenticated or forbidden
 */
export function authorise(actor: Actor, feature: string, { may, effect }: OperationMeta): void {
  if (may === 'anyone' || actor.kind === 'system') return;
  if (actor.kind === 'anonymous')
    refuse('unauthenticated', 'Sign in, or send an API token as `Authorization: Bearer …`.');
  if (actor.scopes && !actor.scopes.some(scope => covers(scope, feature, effect)))
    refuse(
      'forbidden',
      `This token lacks the scope ${feature}:${effect}. Make one that has it under Settings, Tokens.`,
    );
  if (may === 'account' || may.some(role => actor.roles.has(role))) return;
  refuse('forbidden', `This needs the role ${may.join(' or ')}. Ask an administrator for it.`);
}
