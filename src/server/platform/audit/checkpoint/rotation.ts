import { type Kysely, sql } from 'kysely';
import type { Checkpoint } from './checkpoint.ts';
import { BadSigningKey, type SigningKey } from './signingKey.ts';

/** The log's handover from one signing key to the next. */
export interface Rotation extends Checkpoint {
  /** Public keys: who signed until then, and who signs from then on. */
  from: string;
  to: string;
  /** The text that both signed, with their signatures. */
  note: string;
}

const KIND = 'key rotation';

/**
 * The handover of a log in this state, as a note that both keys sign: the older one says who follows it, the newer one
 * that it is there, and whom it follows.
 *
 *     afterword-audit/1f0c9d2e7a45
 *     key rotation
 *     1042
 *     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 *     afterword-audit/1f0c9d2e7a45+9a3b01c4+AThk…
 *     afterword-audit/1f0c9d2e7a45+55c0e1aa+AYk2…
 *
 *     — afterword-audit/1f0c9d2e7a45 mjsBxI9k…
 *     — afterword-audit/1f0c9d2e7a45 VcDhqmQx…
 */
export function signRotation({ size, root }: Checkpoint, older: SigningKey, newer: SigningKey): Rotation {
  const [from, to] = [older.publicKey, newer.publicKey];
  const text = `${[older.origin, KIND, size, root.toString('base64'), from, to].join('\n')}\n`;
  return { size, root, from, to, note: `${text}\n${older.signatureOf(text)}${newer.signatureOf(text)}` };
}

/** What a handover of ours says; its signatures are the verifier's business. Throws when it is none. */
export function readRotation(note: string): Rotation {
  const [, kind, size = '', root = '', from = '', to = ''] = note.split('\n');
  if (kind !== KIND || !/^\d+$/.test(size)) throw new Error('This is not the rotation of a key.');
  return { size: Number(size), root: Buffer.from(root, 'base64'), from, to, note };
}

const UNDEFINED_TABLE = '42P01';

/** All handovers of a log, the first one first. A database that was not migrated yet knows of none. */
export async function readRotations<Database>(db: Kysely<Database>): Promise<Rotation[]> {
  try {
    const { rows } = await sql<{ note: string }>`select note from audit_rotation order by size`.execute(db);
    return rows.map(({ note }) => readRotation(note));
  } catch (error) {
    if ((error as { code?: string }).code === UNDEFINED_TABLE) return [];
    throw error;
  }
}

/**
 * The handovers that lead to a key, the first one first: none of a log that went on under another key than it says, which
 * is one that was restored.
 */
export function leadingTo(publicKey: string, rotations: readonly Rotation[]): Rotation[] {
  const before = rotations.find(({ to }) => to === publicKey);
  return before ? [...leadingTo(before.from, rotations), before] : [];
}

/** Refuses a key that was replaced: a copy of it that was kept, or was stolen, must sign nothing more. */
export function refuseReplaced({ publicKey }: SigningKey, rotations: readonly Rotation[]): void {
  const over = rotations.find(({ from }) => from === publicKey);
  if (over)
    throw new BadSigningKey(
      `The key of the audit log was replaced when it had ${over.size} entries: give the file of the key ${over.to}. Where it was replaced, \`afterword audit rotate-key\` ends what was broken off.`,
    );
}
