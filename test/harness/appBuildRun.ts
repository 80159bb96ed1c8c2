import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildApp } from '../../tools/buildApp.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Socket that answers every connection once the web app is built: with nothing, or with what went wrong. */
    appBuildDoor: string;
  }
}

/** The web app for all test files of a run: built when the first one asks, and only if its sources changed. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'afterword-build-'));
  const door = join(folder, 'door');
  let built: Promise<void> | undefined;
  const server = createServer(async connection => {
    connection.on('error', () => {});
    built ??= buildApp();
    connection.end(
      await built.then(
        () => '',
        (error: Error) => error.stack ?? String(error),
      ),
    );
  });
  server.listen(door);
  project.provide('appBuildDoor', door);
  return () => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  };
}
