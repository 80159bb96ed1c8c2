import { EventEmitter, on } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { EVENTS_CHANNEL } from '../audit/sequenceBatch.ts';

/** Milliseconds between attempts to listen again after the database went away. */
const RETRY = 500;

/** Says when the audit log has grown, whichever process made it grow. */
export interface EventFeed {
  /** Yields once at the beginning and then whenever there may be new events; ends when the signal aborts. */
  growth(signal: AbortSignal): AsyncIterable<void>;
  stop(): Promise<void>;
}

/** Listens for new events on a connection of its own, and again after each loss of it. */
export function startFeed(connection: pg.ClientConfig, log: Logger): EventFeed {
  const grown = new EventEmitter().setMaxListeners(0);
  const stopping = new AbortController();
  let client: pg.Client | undefined;

  async function listen(): Promise<void> {
    const lost = Promise.withResolvers<void>();
    client = new pg.Client(connection);
    client.on('error', () => lost.resolve());
    client.on('end', () => lost.resolve());
    client.on('notification', () => grown.emit('grown'));
    await client.connect();
    await client.query(`listen ${EVENTS_CHANNEL}`);
    // What happened while nobody listened is found by whoever reads now.
    grown.emit('grown');
    await lost.promise;
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await listen().catch(error => log.debug({ err: error }, 'cannot listen for events; trying again'));
      await pause(RETRY, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }
  const running = run();

  return {
    async *growth(signal) {
      const either = AbortSignal.any([signal, stopping.signal]);
      yield;
      try {
        for await (const _ of on(grown, 'grown', { signal: either })) yield;
      } catch (error) {
        if (!either.aborted) throw error;
      }
    },
    async stop() {
      stopping.abort();
      await client?.end().catch(() => undefined);
      await running;
    },
  };
}
