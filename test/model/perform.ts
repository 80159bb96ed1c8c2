import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { RefusedError } from '../../src/client/refusedError.ts';
import type { Attempt, Outcome } from './attempt.ts';
import type { Organisation, Person } from './organisation.ts';
import type { World } from './world.ts';

/** What happens while something is done. */
export const FAULTS = ['none', 'repeated', 'raced', 'cut'] as const;
export type Fault = (typeof FAULTS)[number];

type Answer = { answer: unknown } | { refused: string };

/** What must come of an attempt by this person: what they may at all is asked first. */
function outcomeFor({ may, outcome }: Attempt, actor: Person): Outcome {
  if (actor.isDisabled) return 'unauthenticated';
  return actor.roles.some(role => may.includes(role)) ? outcome : 'forbidden';
}

async function ask(request: Promise<unknown>): Promise<Answer> {
  try {
    return { answer: await request };
  } catch (error) {
    if (error instanceof RefusedError) return { refused: error.code };
    throw error;
  }
}

/** Carries an attempt out under a fault; whatever the fault, it happens once or, when refused, not at all. */
export async function perform(
  attempt: Attempt,
  { actor, fault, real, model }: { actor: Person; fault: Fault; real: World; model: Organisation },
): Promise<void> {
  const client = real.clientOf(actor.id);
  const { ifMatch } = attempt;
  const options = ifMatch === undefined ? {} : { ifMatch };
  // What is sent again because the connection broke must not happen twice.
  const send = (idempotencyKey: string = randomUUID()) =>
    ask(attempt.send(client, { ...options, idempotencyKey }));
  const expected = outcomeFor(attempt, actor);
  const [one, other] = await CONDUCT[attempt.isOfActor ? 'none' : fault](send, attempt, real);
  if (typeof expected === 'string') {
    for (const answer of [one, other ?? one]) expect(answer).toEqual({ refused: expected });
    return;
  }
  if (!('answer' in one)) return expect(one).toEqual({ answer: expect.anything() });
  if (fault === 'repeated' && other) expect(other).toEqual(one);
  // Losing may come with the loss of sight, when what was won took it.
  if (fault === 'raced' && other)
    expect(['conflict', 'not_found']).toContain((other as { refused: string }).refused);
  expected(one.answer);
  const { operation } = attempt;
  model.changes.set(operation, (model.changes.get(operation) ?? 0) + 1);
}

type Send = (key?: string) => Promise<Answer>;

/** How an attempt is sent under each fault; where two answers come, the one that was not refused is the first. */
const CONDUCT: Record<Fault, (send: Send, attempt: Attempt, real: World) => Promise<[Answer, Answer?]>> = {
  none: async send => [await send()],
  async repeated(send) {
    const key = randomUUID();
    return Promise.all([send(key), send(key)]);
  },
  async raced(send, { isExclusive, ifMatch }) {
    if (!isExclusive || ifMatch === undefined) return [await send()];
    const [one, other] = await Promise.all([send(), send()]);
    return 'answer' in one ? [one, other] : [other, one];
  },
  async cut(send, _attempt, real) {
    const [answer] = await Promise.all([send(), real.cutDatabase()]);
    return [answer];
  },
};
