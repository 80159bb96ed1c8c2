import { randomUUIDv7 } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type Client, createClient } from '../../src/client/createClient.ts';
import { contract } from '../../src/contract/index.ts';
import { injectInto } from '../harness/injectInto.ts';
import { createTestDatabase } from '../harness/postgres.ts';
import { createClock, startTestServer } from '../harness/server.ts';
import { newOrganisation, type Organisation, type Role } from './organisation.ts';

/** The server under test, and what can befall it. */
export interface World {
  /** Sends each request again, as it was, while the answer is that the server has no time or no database. */
  clientOf(personId: string): Client;
  /** Ends all of the server's sessions in the database, whatever they do. */
  cutDatabase(): Promise<void>;
  restart(): Promise<void>;
  forward(milliseconds: number): void;
  /** Changes in the audit log, by operation. */
  countChanges(): Promise<Map<string, number>>;
  close(): Promise<void>;
}

/** Those who are there at the beginning; the first two stay administrators unless somebody changes that. */
const FIRST: readonly (readonly Role[])[] = [
  ['administrator'],
  ['responder'],
  ['responder', 'owner'],
  ['security'],
  ['viewer'],
  ['reviewer', 'legal'],
];
const MOST_TRIES = 100;

const UNAVAILABLE = 503;

const untilAvailable =
  (send: (request: Request) => Promise<Response>): typeof fetch =>
  async (input, init) => {
    const request = new Request(input as Request, init);
    for (let tries = 1; ; tries++) {
      const answer = await send(request.clone());
      if (answer.status !== UNAVAILABLE || tries === MOST_TRIES) return answer;
      await setTimeout(20);
    }
  };

/** Starts a server on a new database, with a few people and nothing else; and the model of the same. */
export async function openWorld(): Promise<{ real: World; model: Organisation }> {
  const database = await createTestDatabase();
  const clock = createClock();
  let server = await startTestServer({ database, clock });
  const model = newOrganisation(clock.now().getTime());
  for (const [i, roles] of FIRST.entries()) {
    const person = { id: randomUUIDv7(), name: `Person ${i}`, roles: [...roles] };
    await server.db
      .insertInto('person')
      .values({ ...person, email: `${person.id}@example.org` })
      .execute();
    model.people.push({ ...person, version: 1, isDisabled: false });
  }
  const clients = new Map<string, Client>();
  const speakAs = (id: string): Client =>
    createClient(contract, {
      server: 'http://afterword.test',
      fetch: untilAvailable(request => injectInto(server.app, () => ({ 'x-test-person': id }))(request)),
    });

  const real: World = {
    clientOf: id => clients.getOrInsertComputed(id, speakAs),
    async cutDatabase() {
      const { database: name } = database.connection;
      await server.pool
        .query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
          [name],
        )
        .catch(() => undefined);
    },
    async restart() {
      await server.close();
      server = await startTestServer({ database, clock });
    },
    forward(milliseconds) {
      clock.forward(milliseconds);
      model.now += milliseconds;
    },
    async countChanges() {
      const { rows } = await server.pool.query<{ operation: string; count: string }>(
        "select operation, count(distinct leaf::json ->> 'requestId') from audit_event where kind = 'change' group by operation",
      );
      return new Map(rows.map(({ operation, count }) => [operation, Number(count)]));
    },
    async close() {
      await server.close();
      await database.drop();
    },
  };
  return { real, model };
}
