import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Client, createClient } from '../../client/createClient.ts';
import { contract } from '../../contract/index.ts';

/** Someone whom the demonstration signs in. */
export interface DemoPerson {
  name: string;
  email: string;
  password: string;
}

/** The account that the demonstration is shown with; its password is made once and kept beside the data. */
export async function readOrMakePerson(dataFolder: string): Promise<DemoPerson> {
  const file = join(dataFolder, 'demo-account.json');
  if (existsSync(file)) return JSON.parse(await readFile(file, 'utf8')) as DemoPerson;
  const person = {
    name: 'Robin Vega',
    email: 'robin@example.org',
    password: randomBytes(12).toString('base64url'),
  };
  await writeFile(file, JSON.stringify(person), { mode: 0o600 });
  return person;
}

/** A client as a browser on the server's own page would be: with a session, from the same origin. */
export async function signIn(
  server: string,
  { email, password }: DemoPerson,
): Promise<{ client: Client; cookie: string }> {
  const response = await fetch(`${server}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`the demonstration could not sign in: ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ');
  const client = createClient(contract, {
    server,
    fetch: (request, init) => {
      const asked = new Request(request as Request, init);
      asked.headers.set('cookie', cookie);
      asked.headers.set('origin', server);
      return fetch(asked);
    },
  });
  return { client, cookie };
}

/** A client of nobody, for what needs no account. */
export const anonymousClient = (server: string): Client => createClient(contract, { server });
