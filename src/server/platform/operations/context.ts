import type { Logger } from 'pino';
import type { ObjectStore } from '../../../recorder/objects/objectStore.ts';
import type { RecordArchive } from '../../../recorder/records/openRecordArchive.ts';
import type { CheckpointFolder } from '../audit/checkpoint/checkpointFolder.ts';
import type { SigningKey } from '../audit/checkpoint/signingKey.ts';
import type { Accounts } from '../auth/accounts.ts';
import type { Db } from '../db/openDatabase.ts';
import type { EventFeed } from '../events/startFeed.ts';
import type { JobOptions } from '../jobs/enqueueJob.ts';
import type { DeriveKey } from '../secret.ts';
import type { Actor } from './actor.ts';

/** What an incoming request brings, whichever face it came through. */
export interface Incoming {
  /** Found in the log, in problems and in audit events. */
  requestId: string;
  ip: string | null;
  /** Lower-case names. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  actor: Actor;
  /** Who asks as the database has it now: whoever was signed out meanwhile is anonymous. For answers that go on for minutes. */
  askAgain(): Promise<Actor>;
  /** Headers of the answer. */
  answerHeaders: Record<string, string>;
}

/** One thing that happened to one noun; operation, actor, time and request are added by the pipeline. */
export interface Happening {
  subject: { kind: string; id: string };
  /** The incident that it belongs to, for its activity and for live updates of those who may see it. */
  incidentId?: string;
  /** The noun as it was and as it is, without secrets; null where it was not, or is no more. */
  before?: unknown;
  after?: unknown;
  /** Default: `change` in a changing operation, else `view`. */
  kind?: 'change' | 'view' | 'export' | 'evidence_read' | 'sign_in';
}

/** What every server part needs; made once in main. */
export interface Platform {
  db: Db;
  log: Logger;
  feed: EventFeed;
  objects: ObjectStore;
  /** Answers questions about frozen records. */
  archive: RecordArchive;
  /** A folder of this machine for the work of jobs; what is in it can be made again. */
  workFolder: string;
  /** Largest file of evidence that is taken, in bytes. */
  mostEvidenceBytes: number;
  /** Days for which the records of a superseded reading are kept; 0: for ever. */
  readingDays: number;
  /** The server's keys; none of them is in the database. */
  keyFor: DeriveKey;
  accounts: Accounts;
  /** What signs the audit log, and where its signed checkpoints are kept, outside the data folder. */
  audit: { key: SigningKey; checkpoints: CheckpointFolder };
  now(): Date;
  /** Says that audit events were committed: they are given their place in the log soon. */
  eventsCommitted(): void;
}

/** What a handler works with. */
export interface OperationContext extends Incoming {
  platform: Platform;
  /** In a changing operation the transaction, else the pool. */
  db: Db;
  /** The instant of the request, as every row of it is stamped. */
  now: string;
  /** Writes audit events, one for each, with the change or for a read that must be on record. */
  record(...happenings: Happening[]): Promise<void>;
  /**
   * Of a change that `isLong`: runs its transaction, once, after the work that took time. What is given has the
   * transaction as its `db`; outside it nothing can be recorded or enqueued.
   */
  commit<T>(change: (context: OperationContext) => Promise<T>): Promise<T>;
  /** Adds a job to the change. */
  enqueue(job: string, payload: object, options?: JobOptions): Promise<void>;
}

/** What the pipeline starts from. */
export interface RequestContext extends Incoming {
  platform: Platform;
  /** Told the operation's name as soon as it is known: for the request's line in the log. */
  heard?(operation: string): void;
}
