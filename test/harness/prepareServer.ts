import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { createToken } from '../../src/server/commands/token.ts';
import { addUser } from '../../src/server/commands/user.ts';
import { withCommandPlatform } from '../../src/server/commands/withCommandPlatform.ts';
import { readConfiguration } from '../../src/server/configuration.ts';
import type { Environment } from './spawnServe.ts';

const log = pino({ level: 'silent' });

/** Makes a server's database with a person who may do everything in it; gives their API token. */
export function prepareServer(environment: Environment): Promise<string> {
  return withCommandPlatform(readConfiguration(environment), log, async platform => {
    const email = `${randomUUID()}@example.org`;
    const roles = ['viewer', 'responder', 'owner', 'custodian', 'administrator'];
    await addUser(platform, { email, name: 'Ada', roles });
    return (await createToken(platform, { email, name: 'load', scopes: ['*:*'], days: null })).secret;
  });
}
