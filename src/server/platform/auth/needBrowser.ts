import type { Actor } from '../operations/actor.ts';
import { refuse } from '../operations/refuse.ts';

/**
 * Holds what opens an account (passwords, passkeys, tokens, sessions) back from API tokens: one that leaked could
 * otherwise make itself another that nobody revokes.
 *
 * @throws forbidden for a token
 */
export function needBrowser({ actor }: { actor: Actor }): Actor {
  if (actor.kind === 'token') refuse('forbidden', 'An API token may not do this. Sign in with a browser.');
  return actor;
}
