import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addFeature } from '../../src/cli/remote/addFeature.ts';
import { commandFieldsOf } from '../../src/contract/commandFields.ts';
import { featureWord } from '../../src/contract/commandWord.ts';
import { listOperations } from '../../src/contract/listOperations.ts';
import { cli, type Outcome } from '../harness/cli.ts';
import { startTestServer, type TestPerson, type TestServer } from '../harness/server.ts';

let server: TestServer;
let address: string;
let keeper: TestPerson;
let folder: string;

beforeAll(async () => {
  server = await startTestServer();
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  address = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
  keeper = await server.as({ roles: ['owner'] });
  folder = await mkdtemp(join(tmpdir(), 'afterword-cli-'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const ask = (args: readonly string[], options: { stdin?: string; token?: string } = {}): Promise<Outcome> =>
  cli(args, {
    keyFile: join(folder, 'key'),
    environment: { AFTERWORD_SERVER: address, AFTERWORD_TOKEN: options.token ?? keeper.token() },
    ...(options.stdin !== undefined && { stdin: options.stdin }),
  });

const json = async (args: readonly string[], stdin?: string) => {
  const { stdout, stderr, exitCode } = await ask([...args, '--json'], stdin === undefined ? {} : { stdin });
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  return JSON.parse(stdout);
};

describe('an operation as a command', () => {
  test('takes fields as options and those of its path by place', async () => {
    const added = await json(['services', 'add', '--name', 'basket', '--tier', '2']);
    expect(added).toMatchObject({ name: 'basket', tier: 2, dependsOn: [] });
    const edited = await json(['services', 'edit', added.id, '--tier', '1', '--if-match', '1']);
    expect(edited).toMatchObject({ name: 'basket', tier: 1, version: 2 });
    expect(await json(['services', 'get', added.id])).toEqual(edited);
  });

  test('takes lists by repeating, structures as JSON, null as null', async () => {
    const [one, two] = [
      await json(['services', 'add', '--name', 'one', '--tier', '3']),
      await json(['services', 'add', '--name', 'two', '--tier', '3']),
    ];
    const links = [{ title: 'runbook', url: 'https://example.org/' }];
    const added = await json([
      ...['services', 'add', '--name', 'three', '--tier', '3', '--owner-team-id', 'null'],
      ...['--depends-on', one.id, '--depends-on', two.id, '--links', JSON.stringify(links)],
    ]);
    expect(added).toMatchObject({ links, ownerTeam: null });
    expect(added.dependsOn.map(({ name }: { name: string }) => name).sort()).toEqual(['one', 'two']);
  });

  test('takes its input as JSON from standard input or a file, options over it', async () => {
    const input = JSON.stringify({ name: 'from standard input', tier: 4, description: 'as it was' });
    expect(await json(['services', 'add', '--input', '-', '--tier', '1'], input)).toMatchObject({
      name: 'from standard input',
      description: 'as it was',
      tier: 1,
    });
    const file = join(folder, 'service.json');
    await writeFile(file, JSON.stringify({ name: 'from a file', tier: 4 }));
    expect(await json(['services', 'add', '--input', file])).toMatchObject({ name: 'from a file' });
    expect((await ask(['services', 'add', '--input', '-'], { stdin: '[]' })).stderr).toContain(
      'not a JSON object',
    );
  });

  test('gives a page, or all of them', async () => {
    const page = await json(['services', 'list', '--limit', '2']);
    expect(page.items).toHaveLength(2);
    expect(page.nextCursor).toBeTypeOf('string');
    const all = await json(['services', 'list', '--limit', '2', '--all']);
    expect(all.items.length).toBeGreaterThan(4);
    expect(all.nextCursor).toBeNull();
  });

  test('shows people a table, a record, or that it is done', async () => {
    const { stdout: listed } = await ask(['services', 'list', '--name', 'basket']);
    expect(listed).toMatch(/^id +name +tier/);
    expect(listed).toMatch(/^[0-9a-f-]{36} +basket +1/m);
    const { id } = (await json(['services', 'list', '--name', 'three'])).items[0];
    const { stdout: shown } = await ask(['services', 'get', id]);
    expect(shown).toMatch(/^dependsOn +one, two$/m);
    expect(shown).toMatch(/^links\n +title +url|^links\ntitle +url/m);
    expect((await ask(['services', 'remove', id])).stdout).toBe('Done.\n');
    expect((await ask(['services', 'list', '--name', 'nothing like it'])).stdout).toBe('None.\n');
  });

  test('lets no control character of others reach the terminal, and keeps it in JSON', async () => {
    const name = 'red \u001b[31m\u202Etext';
    const { id } = await json(['services', 'add', '--name', name, '--tier', '3']);
    expect((await ask(['services', 'get', id])).stdout).not.toMatch(/[\u001b\u202E]/);
    expect((await json(['services', 'get', id])).name).toBe(name);
  });
});

test('a file that is given is written, but not over another', async () => {
  const custodian = await server.as({ roles: ['responder', 'custodian'] });
  const { incidents, uploads } = custodian.client;
  const { id: incidentId } = await incidents.declare({ title: 'Checkout fails', severity: 'sev2' });
  const bytes = Buffer.from('2026-03-02T10:00:00Z checkout failed\n');
  const { id } = await uploads.begin({ incidentId, name: 'checkout.log', bytes: bytes.length });
  await uploads.putPart({ id, number: 1, bytes: new Blob([bytes]) });
  const item = await uploads.complete({ id });
  const file = join(folder, 'original.log');
  const command = ['evidence', 'original', item.id, '--reason', 'to compare it'];
  const token = custodian.token();
  expect(await ask([...command, '--out', file], { token })).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await readFile(file)).toEqual(bytes);
  expect((await ask([...command, '--out', '-'], { token })).stdout).toBe(bytes.toString());
  expect(await ask([...command, '--out', file], { token })).toMatchObject({
    exitCode: 3,
    stderr: expect.stringContaining('is there already'),
  });
});

describe('what goes wrong', () => {
  test('a refusal is told as the server told it, with exit code 4', async () => {
    const viewer = await server.as({ roles: ['viewer'] });
    const refused = await ask(['services', 'add', '--name', 'x', '--tier', '1'], { token: viewer.token() });
    expect(refused).toMatchObject({ exitCode: 4, stdout: '' });
    expect(refused.stderr).toContain('needs the role owner or administrator');
    const { id } = await json(['services', 'add', '--name', 'versioned', '--tier', '1']);
    const outdated = await ask(['services', 'edit', id, '--tier', '2', '--if-match', '7']);
    expect(outdated).toMatchObject({ exitCode: 4 });
    expect(outdated.stderr).toContain('it is at version 1 now');
  });

  test('invalid fields are named', async () => {
    const { stderr, exitCode } = await ask(['services', 'add', '--name', ' ', '--tier', '9']);
    expect(exitCode).toBe(4);
    expect(stderr).toContain('/name: is empty');
    expect(stderr).toContain('/tier: ');
  });

  test('wrong usage is 2, and says what is needed', async () => {
    expect(await ask(['services', 'add'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--name, --tier'),
    });
    expect(await ask(['services', 'add', '--tier', 'high'])).toMatchObject({ exitCode: 2 });
    expect(await ask(['services', 'explode'])).toMatchObject({ exitCode: 2 });
    expect(await ask(['servces', 'list'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('Did you mean services?'),
    });
  });

  test('no server is 2, one that does not answer 5', async () => {
    const nowhere = { keyFile: join(folder, 'key') };
    expect(await cli(['services', 'list'], nowhere)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('afterword login'),
    });
    const environment = { AFTERWORD_SERVER: 'http://127.0.0.1:9' };
    expect(await cli(['services', 'list'], { ...nowhere, environment })).toMatchObject({
      exitCode: 5,
      stderr: expect.stringContaining('does not answer'),
    });
  });
});

describe('login', () => {
  test('keeps a token that the server takes, for that server and its owner’s eyes only', async () => {
    const loginFile = join(folder, 'of', 'mine', 'login.json');
    const options = { keyFile: join(folder, 'key'), loginFile };
    const wrong = await cli(['login', '--server', address, '--token', 'wrong'], options);
    expect(wrong.exitCode).toBe(4);
    const taken = await cli(['login', '--server', `${address}/some/page`, '--token', '-'], {
      ...options,
      stdin: `${keeper.token()}\n`,
    });
    expect(taken).toMatchObject({ exitCode: 0, stderr: '' });
    expect((await stat(loginFile)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(loginFile, 'utf8'))).toEqual({ server: address, token: keeper.token() });
    expect((await cli(['services', 'list'], options)).exitCode).toBe(0);
    const elsewhere = address.replace('127.0.0.1', 'localhost');
    expect((await cli(['services', 'list', '--server', elsewhere], options)).exitCode).not.toBe(0);
    await cli(['logout'], options);
    expect((await cli(['services', 'list'], options)).exitCode).toBe(2);
  });
});

describe('every operation of the contract', () => {
  test('is a command whose options do not collide', () => {
    for (const feature of new Set(listOperations().map(featureWord))) {
      const program = new Command('afterword');
      addFeature(program, feature, { world: {} as never, finish() {} });
      expect(program.commands[0]!.commands.map(command => command.name()).length).toBe(
        listOperations().filter(operation => featureWord(operation) === feature && !operation.takesBytes)
          .length,
      );
    }
    for (const operation of listOperations()) {
      const flags = commandFieldsOf(operation).map(({ flag }) => flag);
      expect(new Set(flags).size, operation.name).toBe(flags.length);
    }
  });

  test('is listed', async () => {
    const { stdout } = await cli(['operations', '--json'], { keyFile: '' });
    expect(JSON.parse(stdout).map(({ name }: { name: string }) => name)).toEqual(
      listOperations().map(({ name }) => name),
    );
  });

  test.each(['bash', 'zsh', 'fish'])('is completed in %s', async shell => {
    const { stdout } = await cli(['completion', shell], { keyFile: '' });
    for (const { words } of listOperations()) expect(stdout).toContain(words[0]);
    expect(stdout).toContain('--tier');
  });
});
