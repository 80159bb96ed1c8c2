import { rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { syncFolder } from '../../../../recorder/objects/files/syncFolder.ts';
import type { AuditEvent } from '../event.ts';
import { recordEvent } from '../recordEvent.ts';
import { openTree } from '../tree/openTree.ts';
import { readLogSize } from '../tree/readLogSize.ts';
import { type Rotation, readRotations, refuseReplaced, signRotation } from './rotation.ts';
import { makeSigningKey, readSigningKey, type SigningKey } from './signingKey.ts';

/** The name of the event, by which a verifier finds the handover in the log. */
const ROTATED = 'audit.rotateKey';

export interface RotationRequest {
  /** The key that signs now, and its file. */
  key: SigningKey;
  file: string;
  /** Who asked, and when. */
  by: Pick<AuditEvent, 'actor' | 'at'>;
}

/**
 * Hands the log over to a new key, which then stands in the older one's file; the older one is gone. The handover is signed
 * by both, stands in the database and in the log, in one transaction, and only then takes the file's place: one that was
 * broken off is ended by the next call. What was queued must be on the log, and signed by the older key, before.
 *
 * @returns the handover, to be written outside
 * @throws BadSigningKey when the key was replaced already, elsewhere
 */
export async function rotateKey<Database>(
  db: Kysely<Database>,
  { key, file, by }: RotationRequest,
): Promise<Rotation> {
  const next = `${file}.next`;
  const known = await readRotations(db);
  const begun = await readSigningKey(next);
  const unended = begun && known.find(({ from, to }) => from === key.publicKey && to === begun.publicKey);
  if (!unended) refuseReplaced(key, known);
  const rotation =
    unended ?? (await handOver(db, { key, newer: begun ?? (await successorOf(key, next)), by }));
  await rename(next, file);
  await syncFolder(dirname(file));
  return rotation;
}

const successorOf = ({ origin }: SigningKey, file: string): Promise<SigningKey> =>
  makeSigningKey(file, origin);

async function handOver<Database>(
  db: Kysely<Database>,
  { key, newer, by }: { key: SigningKey; newer: SigningKey; by: RotationRequest['by'] },
): Promise<Rotation> {
  return db.transaction().execute(async transaction => {
    const size = await readLogSize(transaction);
    const rotation = signRotation({ size, root: await openTree(transaction).rootAt(size) }, key, newer);
    await sql`insert into audit_rotation (size, note) values (${size}, ${rotation.note})`.execute(
      transaction,
    );
    await recordEvent(transaction, {
      ...by,
      operation: ROTATED,
      kind: 'change',
      subject: { kind: 'audit_key', id: newer.publicKey },
      before: { publicKey: key.publicKey },
      after: { publicKey: newer.publicKey, size },
    });
    return rotation;
  });
}
