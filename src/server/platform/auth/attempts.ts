import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { sql } from 'kysely';
import type { Db } from '../db/openDatabase.ts';
import { refuse } from '../operations/refuse.ts';
import type { DeriveKey } from '../secret.ts';

const MINUTE = 60;

/** How many tries are allowed, and within how many seconds. A sign-in that succeeds is not counted. */
export const LIMITS = {
  /** Wrong passwords for one mail address, from wherever they come: then it is locked until the time is over. */
  signInToAccount: { most: 10, within: 15 * MINUTE },
  signInFromNetwork: { most: 50, within: 10 * MINUTE },
  resetOfAccount: { most: 3, within: 60 * MINUTE },
  resetFromNetwork: { most: 20, within: 60 * MINUTE },
  /** Set-up tokens, invitations and reset links. */
  ticketFromNetwork: { most: 30, within: 10 * MINUTE },
  /** Steps of passkeys and single sign-on. */
  exchangeFromNetwork: { most: 120, within: MINUTE },
} as const satisfies Record<string, { most: number; within: number }>;

export type Limit = keyof typeof LIMITS;

/** What is counted: a limit and whose tries, such as a mail address or a network. */
export interface Attempt {
  limit: Limit;
  of: string;
}

export interface AttemptContext {
  /** Not the transaction of a change: what is refused is counted too. */
  db: Db;
  keyFor: DeriveKey;
  now(): Date;
}

const keyOf = ({ keyFor }: AttemptContext, { limit, of }: Attempt): Buffer =>
  createHmac('sha256', keyFor('attempts')).update(`${limit} ${of}`).digest();

/** Whose tries an address's are: an IPv6 customer has a whole /64. */
export function networkOf(ip: string | null): string {
  if (!ip || !isIPv6(ip) || ip.startsWith('::ffff:')) return ip ?? 'unknown';
  const [head = '', tail] = ip.split('%')[0]!.split('::');
  const groups = head.split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length;
  return [...groups, ...Array(missing).fill('0')].slice(0, 4).join(':');
}

/**
 * Counts one try before it is made, so that a hundred at once do not all pass.
 *
 * @returns seconds to wait; 0 when the try is allowed
 */
export async function takeAttempt(context: AttemptContext, attempt: Attempt): Promise<number> {
  const { most, within } = LIMITS[attempt.limit];
  const now = context.now().toISOString();
  const { rows } = await sql<{ count: number; wait: number }>`
    insert into attempt as known (key, count, ends_at)
    values (${keyOf(context, attempt)}, 1, ${now}::timestamptz + ${within} * interval '1 second')
    on conflict (key) do update set
      count = case when known.ends_at <= ${now}::timestamptz then 1 else known.count + 1 end,
      ends_at = case when known.ends_at <= ${now}::timestamptz then excluded.ends_at else known.ends_at end
    returning count, ceil(extract(epoch from ends_at - ${now}::timestamptz))::int as wait`.execute(
    context.db,
  );
  const { count, wait } = rows[0]!;
  return count <= most ? 0 : Math.max(wait, 1);
}

/** Takes tries back that turned out to be right. */
export async function forgiveAttempts(context: AttemptContext, attempts: readonly Attempt[]): Promise<void> {
  const keys = attempts.map(attempt => keyOf(context, attempt));
  await sql`update attempt set count = greatest(count - 1, 0) where key = any(${keys})`.execute(context.db);
}

/** Forgets all tries, such as the wrong passwords before the right one. */
export async function forgetAttempts(context: AttemptContext, attempt: Attempt): Promise<void> {
  await context.db.deleteFrom('attempt').where('key', '=', keyOf(context, attempt)).execute();
}

/** What to say to one who must wait. */
export function describeWait(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return `Too many tries. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again.`;
}

/**
 * Counts one try of an operation that nobody signed in for.
 *
 * @throws rate_limited, with `Retry-After`
 */
export async function limitAttempts(
  context: { platform: AttemptContext; ip: string | null; answerHeaders: Record<string, string> },
  limit: Limit,
): Promise<void> {
  const wait = await takeAttempt(context.platform, { limit, of: networkOf(context.ip) });
  if (wait === 0) return;
  context.answerHeaders['retry-after'] = String(wait);
  refuse('rate_limited', describeWait(wait));
}
