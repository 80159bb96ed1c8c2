#!/usr/bin/env node
/** The command line's entry: the only place that reads the environment, and the only one that ends the process. */
import { enableCompileCache, getCompileCacheDir } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

// Before anything else is loaded: what follows is compiled once, not at every start.
enableCompileCache();
// Threads and processes that it starts know of that only by the environment.
const compiled = getCompileCacheDir();
if (compiled !== undefined) process.env.NODE_COMPILE_CACHE = dirname(compiled);
const { run } = await import('./program.ts');

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => interrupted.abort(signal));
}
// A reader that went away (`| head`) is no error of ours.
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  keyFile: process.env.AFTERWORD_KEY_FILE ?? join(homedir(), '.afterword', 'key'),
  loginFile: process.env.AFTERWORD_LOGIN_FILE ?? join(homedir(), '.afterword', 'login.json'),
  environment: process.env,
  now: () => new Date(),
  signal: interrupted.signal,
});
