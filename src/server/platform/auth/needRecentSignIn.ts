import { RECENT_SIGN_IN } from '../../../contract/sessions.ts';
import type { Actor } from '../operations/actor.ts';
import { refuse } from '../operations/refuse.ts';
import { needBrowser } from './needBrowser.ts';

/**
 * Holds changes to how an account is opened back from whoever found a browser that was left alone: its person must have
 * signed in within the hour.
 *
 * @throws forbidden
 */
export function needRecentSignIn(actor: Actor, now: Date): void {
  const { signedInAt } = needBrowser({ actor });
  if (signedInAt && now.getTime() - Date.parse(signedInAt) <= RECENT_SIGN_IN * 1000) return;
  refuse('forbidden', 'You signed in more than an hour ago. Sign in again, then do this once more.');
}
