import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { printInstant } from '../../../core/instant.ts';
import type { Db } from '../../platform/db/openDatabase.ts';
import { momentKeys } from './momentKeys.ts';
import type { MomentProposal } from './momentProposal.ts';

/** The database keeps neither U+0000 nor halves of surrogate pairs, which logs may hold. */
const keepable = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed();

function toRow(moment: MomentProposal, key: string) {
  const proposal = {
    ...moment,
    at: printInstant(moment.at),
    until: moment.until === null ? null : printInstant(Math.max(moment.until, moment.at)),
    kind: keepable(moment.kind),
    title: keepable(moment.title),
    reason: keepable(moment.reason),
    source: keepable(moment.source),
    service: keepable(moment.service),
    sourceStamp: keepable(moment.sourceStamp),
    correctionUs: Math.round(moment.correctionUs),
    // Rounded up, so that it is never narrower than what was found.
    uncertaintyUs: moment.uncertaintyUs === null ? null : Math.ceil(moment.uncertaintyUs),
    cites: moment.cites.map(keepable),
  };
  return { id: randomUUIDv7(), key, proposal };
}

/**
 * Proposes the moments that a version of the evidence shows: all of them, each time. The same version may be proposed
 * again, an older one that comes late changes nothing. What a person edited or judged stays as it is, and only learns what the evidence says now;
 * untouched proposals follow the evidence, and go when it does not show them any more.
 *
 * @param evidenceVersion grows with each reading of the incident's evidence; from 1
 * @param at the instant that rows are stamped with, in ISO
 * @returns whether this was the newest version
 */
export async function proposeMoments(
  db: Db,
  incidentId: string,
  {
    evidenceVersion,
    moments,
    at,
  }: { evidenceVersion: number; moments: readonly MomentProposal[]; at: string },
): Promise<boolean> {
  if (!(await enterVersion(db, incidentId, evidenceVersion))) return false;
  const keys = momentKeys(moments).map(keepable);
  const rows = JSON.stringify(moments.map((moment, place) => toRow(moment, keys[place]!)));
  await outdateSettled(db, { incidentId, evidenceVersion, keys });
  await tellSettled(db, { incidentId, evidenceVersion, rows });
  await proposeOthers(db, { incidentId, evidenceVersion, rows, at });
  await withdrawOthers(db, { incidentId, keys });
  return true;
}

/** The lock of the incident's row lets one reading propose at a time; false for one that was overtaken. */
async function enterVersion(db: Db, incidentId: string, evidenceVersion: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('incident')
    .set({ momentsVersion: evidenceVersion })
    .where('id', '=', incidentId)
    .where('momentsVersion', '<=', evidenceVersion)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

interface Batch {
  incidentId: string;
  evidenceVersion: number;
  /** JSON array of `{id, key, proposal}`. */
  rows: string;
}

const tellSettled = (db: Db, { incidentId, evidenceVersion, rows }: Batch) =>
  sql`
    update moment
    set proposal = given.proposal, evidence_version = ${evidenceVersion}
    from jsonb_to_recordset(${rows}::jsonb) as given (key text, proposal jsonb)
    where moment.incident_id = ${incidentId}::uuid and moment.proposal_key = given.key and moment.is_settled`.execute(
    db,
  );

const proposeOthers = (db: Db, { incidentId, evidenceVersion, rows, at }: Batch & { at: string }) =>
  sql`
    insert into moment (
      id, incident_id, state, at, until, kind, title, detail, source, service, source_stamp, correction_us,
      uncertainty_us, proposal, proposal_key, evidence_version, is_settled, created_at, updated_at
    )
    select given.id, ${incidentId}::uuid, 'proposed', said.at, said.until, said.kind, said.title, '', said.source,
      said.service, said."sourceStamp", said."correctionUs", said."uncertaintyUs", given.proposal, given.key,
      ${evidenceVersion}, false, ${at}, ${at}
    from jsonb_to_recordset(${rows}::jsonb) as given (id uuid, key text, proposal jsonb),
      jsonb_to_record(given.proposal) as said (
        at timestamptz, until timestamptz, kind text, title text, source text, service text, "sourceStamp" text,
        "correctionUs" bigint, "uncertaintyUs" bigint
      )
    on conflict (incident_id, proposal_key) do update set
      at = excluded.at, until = excluded.until, kind = excluded.kind, title = excluded.title,
      source = excluded.source, service = excluded.service, source_stamp = excluded.source_stamp,
      correction_us = excluded.correction_us, uncertainty_us = excluded.uncertainty_us,
      proposal = excluded.proposal, evidence_version = excluded.evidence_version, updated_at = excluded.updated_at,
      version = moment.version + (moment.proposal is distinct from excluded.proposal)::integer
    where not moment.is_settled`.execute(db);

/** Judged moments that the evidence does not show any more stay, and are known to come from an earlier version. */
const outdateSettled = (
  db: Db,
  {
    incidentId,
    evidenceVersion,
    keys,
  }: { incidentId: string; evidenceVersion: number; keys: readonly string[] },
) =>
  db
    .updateTable('moment')
    .set({ evidenceVersion: evidenceVersion - 1 })
    .where('incidentId', '=', incidentId)
    .where('isSettled', '=', true)
    .where('evidenceVersion', '=', evidenceVersion)
    .where(sql<boolean>`proposal_key <> all(${keys}::text[])`)
    .execute();

const withdrawOthers = (db: Db, { incidentId, keys }: { incidentId: string; keys: readonly string[] }) =>
  db
    .deleteFrom('moment')
    .where('incidentId', '=', incidentId)
    .where('isSettled', '=', false)
    .where(sql<boolean>`proposal_key <> all(${keys}::text[])`)
    .execute();
