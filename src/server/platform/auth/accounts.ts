import type { SendMail } from '../mail/openMail.ts';
import type { DeriveKey } from '../secret.ts';

/** How long sessions last, in seconds. */
export interface SessionRules {
  /** However much it is used. */
  longest: number;
  /** Without being used. */
  longestIdle: number;
}

/** What operations on people need to know of how people sign in here. */
export interface Accounts {
  /** Origin under which people reach the server, without a slash at its end. */
  publicUrl: string;
  /** What the first administrator must show. */
  setupToken: string;
  /** What the button of single sign-on says; null when there is none. */
  singleSignOn: string | null;
  sessions: SessionRules;
  /** Null without SMTP: links are handed over by people. */
  mail: SendMail | null;
}

/**
 * The set-up token when none was configured. It follows from the server's secret, so that all processes of one
 * installation know the same one.
 */
export const usualSetupToken = (keyFor: DeriveKey): string =>
  keyFor('set-up token').toString('base64url').slice(0, 24);
