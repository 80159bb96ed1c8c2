import { type Kysely, sql } from 'kysely';
import { canonicalJson } from '../canonicalJson.ts';
import { isSignedBy, signCheckpoint } from '../checkpoint/checkpoint.ts';
import { leadingTo, readRotations } from '../checkpoint/rotation.ts';
import type { SigningKey } from '../checkpoint/signingKey.ts';
import { openTree } from '../tree/openTree.ts';
import { readLogSize } from '../tree/readLogSize.ts';
import { entryLine } from './entryLine.ts';
import { readEntries } from './readEntries.ts';

/** Says what the lines are; changes when their meaning does. */
const FORMAT = 'afterword-audit-export/1';

/**
 * The whole log as lines of canonical JSON, each with its newline: the header with a checkpoint over all that follows and
 * the public key; then the entries, and between them the checkpoints that were signed on the way.
 */
export async function* exportLines<Database>(db: Kysely<Database>, key: SigningKey): AsyncGenerator<string> {
  const size = await readLogSize(db);
  const checkpoint = signCheckpoint({ size, root: await openTree(db).rootAt(size) }, key);
  const handovers = leadingTo(key.publicKey, await readRotations(db));
  const rotations = handovers.map(({ note }) => note);
  yield `${canonicalJson({ checkpoint, format: FORMAT, publicKey: key.publicKey, rotations })}\n`;
  const notes = readNotes(db, [key.publicKey, ...handovers.map(({ from }) => from)]);
  let note = await notes.next();
  for await (const entry of readEntries(db, { from: 0, to: size })) {
    yield entryLine(entry);
    for (; !note.done && note.value.size <= entry.index + 1; note = await notes.next())
      yield `${canonicalJson({ checkpoint: note.value.text })}\n`;
  }
}

interface Note {
  size: number;
  text: string;
}

/** The checkpoints that one of these keys signed, in their order; those of a key that nothing leads to would only confuse. */
async function* readNotes<Database>(db: Kysely<Database>, keys: readonly string[]): AsyncGenerator<Note> {
  for (let after = 0; ; ) {
    const { rows } = await sql<Note>`
      select size, note as text
      from audit_checkpoint
      where size > ${after}
      order by size limit 100`.execute(db);
    if (rows.length === 0) return;
    for (const { size, text } of rows)
      if (keys.some(key => isSignedBy(text, key))) yield { size: Number(size), text };
    after = Number(rows.at(-1)!.size);
  }
}
