import { sql } from 'kysely';
import type { Bundle } from '../../../core/document/bundle.ts';
import type { RecordingProgress } from '../../../recorder/record/recordingProgress.ts';
import type { Db } from '../../platform/db/openDatabase.ts';
import type { ReadingOptions } from './store.ts';

/** One run of a reading. Two runs of one reading may overlap when a process was taken for dead: the later one counts. */
export interface Run {
  readingId: string;
  runId: string;
}

/** Begins a run of a reading that is not over; nothing when it is. */
export const beginRun = (db: Db, { readingId, runId }: Run, at: string) =>
  db
    .updateTable('reading')
    .from('incident')
    .set({ state: 'running', runId, startedAt: at, reason: null, stage: null, share: 0, secondsLeft: null })
    .whereRef('incident.id', '=', 'reading.incidentId')
    .where('reading.id', '=', readingId)
    .where('reading.state', 'in', ['waiting', 'running'])
    .returning(eb => [
      'reading.incidentId',
      'reading.version',
      'incident.title',
      sql<ReadingOptions>`reading.options`.as('options'),
      eb
        .selectFrom('person')
        .select('person.name')
        .whereRef('person.id', '=', 'reading.requestedBy')
        .as('requester'),
    ])
    .executeTakeFirst();

export type BegunRun = Awaited<ReturnType<typeof beginRun>> & {};

/** Writes down what a run reads. */
export async function setEvidence(db: Db, readingId: string, evidenceIds: readonly string[]): Promise<void> {
  await db.deleteFrom('readingEvidence').where('readingId', '=', readingId).execute();
  if (evidenceIds.length === 0) return;
  await db
    .insertInto('readingEvidence')
    .values(evidenceIds.map(evidenceId => ({ readingId, evidenceId })))
    .execute();
}

const ofRun = (db: Db, { readingId, runId }: Run) =>
  db
    .updateTable('reading')
    .where('id', '=', readingId)
    .where('runId', '=', runId)
    .where('state', '=', 'running');

const touched = ({ numUpdatedRows }: { numUpdatedRows: bigint }): boolean => numUpdatedRows > 0n;

/** Writes down how far a run is; false when it is not to go on. */
export const tellProgress = async (
  db: Db,
  run: Run,
  { stage, share, secondsLeft }: Pick<RecordingProgress, 'stage' | 'share' | 'secondsLeft'>,
): Promise<boolean> => touched(await ofRun(db, run).set({ stage, share, secondsLeft }).executeTakeFirst());

/** Whether a run is to go on. */
export const isWanted = async (db: Db, { readingId, runId }: Run): Promise<boolean> =>
  (await db
    .selectFrom('reading')
    .select('id')
    .where('id', '=', readingId)
    .where('runId', '=', runId)
    .where('state', '=', 'running')
    .executeTakeFirst()) !== undefined;

/** Ends a run well, with what came of it; false when it was not to go on. */
export async function endWell(
  db: Db,
  run: Run,
  { bundle, at }: { bundle: Bundle; at: string },
): Promise<boolean> {
  const { coverage, gaps, clocks, redactions, suspects, moments } = bundle;
  const sum = (counts: number[]): number => counts.reduce((total, count) => total + count, 0);
  const figures = {
    files: coverage.length,
    records: sum(coverage.map(({ records }) => records)),
    replacements: sum(redactions.map(({ replacements }) => replacements)),
    gaps: gaps.length,
    moments: moments.length,
  };
  return touched(
    await ofRun(db, run)
      .set({
        state: 'done',
        endedAt: at,
        share: 1,
        secondsLeft: 0,
        coverage: JSON.stringify(coverage),
        gaps: JSON.stringify(gaps),
        clocks: JSON.stringify(clocks),
        redactions: JSON.stringify(redactions),
        suspects: JSON.stringify(suspects),
        figures: JSON.stringify(figures),
      })
      .executeTakeFirst(),
  );
}

/** Ends a run that failed for good; false when it was not to go on. */
export const endBadly = async (
  db: Db,
  run: Run,
  { reason, at }: { reason: string; at: string },
): Promise<boolean> =>
  touched(await ofRun(db, run).set({ state: 'failed', reason, endedAt: at }).executeTakeFirst());

/** Lets a run wait for another try. */
export async function waitAgain(db: Db, run: Run, reason: string | null): Promise<void> {
  await ofRun(db, run).set({ state: 'waiting', reason, stage: null, share: 0, secondsLeft: null }).execute();
}

/** Keeps the files of a reading, which lie in the object store. */
export async function insertFiles(
  db: Db,
  readingId: string,
  files: readonly { path: string; objectKey: string; bytes: number; sha256: string }[],
): Promise<void> {
  await db
    .insertInto('readingFile')
    .values(files.map(file => ({ readingId, ...file })))
    .execute();
}
