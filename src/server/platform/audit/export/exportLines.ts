import { type Kysely, sql } from 'kysely';
import { canonicalJson } from '../canonicalJson.ts';
import { signCheckpoint } from '../checkpoint/checkpoint.ts';
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
  yield `${canonicalJson({ checkpoint, format: FORMAT, publicKey: key.publicKey })}\n`;
  const notes = readNotes(db, key);
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

/** The checkpoints that this key signed, in their order; those of a key that was replaced would only confuse. */
async function* readNotes<Database>(db: Kysely<Database>, key: SigningKey): AsyncGenerator<Note> {
  const origin = `${key.origin}\n`;
  for (let after = 0; ; ) {
    const { rows } = await sql<Note>`
      select size, note as text
      from audit_checkpoint
      where size > ${after} and starts_with(note, ${origin})
      order by size limit 100`.execute(db);
    if (rows.length === 0) return;
    for (const { size, text } of rows) yield { size: Number(size), text };
    after = Number(rows.at(-1)!.size);
  }
}
