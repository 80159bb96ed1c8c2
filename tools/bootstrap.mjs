/**
 * Runs a script of the project on the Node that the project pins, installing the dependencies first when they are
 * missing or out of date. Plain JavaScript for Node 20 and later: it must run before anything is installed.
 *
 *     node tools/bootstrap.mjs src/cli/main.ts --help
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.afterword-installed');
const pinned = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

if (Number(process.versions.node.split('.')[0]) < 20)
  fail(`Node ${process.versions.node} is too old to begin with: install Node 20 or later.`);
if (!isInstalled()) install();
run(process.argv.slice(2));

function fail(message) {
  process.stderr.write(`afterword: ${message}\n`);
  process.exit(3);
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function isInstalled() {
  return existsSync(pinned) && existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash();
}

function install() {
  process.stderr.write('afterword: installing dependencies (once) …\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Not `npm ci`: it refuses a lock file that lacks another platform's optional binaries.
  const { status, error } = spawnSync(
    npm,
    ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0)
    fail(
      `npm install failed${error ? ` (${error.message})` : ''}. Check the network and run the command again.`,
    );
  if (!existsSync(pinned))
    fail(
      'the pinned Node was not installed: npm may be set to ignore install scripts; allow them for the package "node".',
    );
  mkdirSync(modules, { recursive: true });
  writeFileSync(stamp, lockHash());
}

function run([script, ...args]) {
  const child = spawn(pinned, ['--disable-warning=ExperimentalWarning', resolve(root, script), ...args], {
    stdio: 'inherit',
    // Tools that are started by name find the pinned Node first.
    env: {
      ...process.env,
      PATH: `${join(modules, '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', error => fail(`cannot start ${pinned}: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}
