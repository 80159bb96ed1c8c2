import { canonicalJson } from '../../src/server/platform/audit/canonicalJson.ts';
import type { SigningKey } from '../../src/server/platform/audit/checkpoint/signingKey.ts';
import type { FaultKind } from '../../src/verifier/report.ts';
import { type Entry, madeUp, makeAgain, putTogether, type Taken, withLeaf } from './forge.ts';

/** What a tampering works on. */
export interface Scene extends Taken {
  /** The signing key, stolen. */
  key: SigningKey;
  /** A key of the forger's own, for a log of the same name. */
  otherKey: SigningKey;
  /** A place chosen by the seed: an index, with one entry at least before and behind it. */
  at: number;
}

export interface Tampered {
  text: string;
  /** The first entry that is not as it was. */
  index: number;
  kind: FaultKind;
}

type Tampering = (scene: Scene) => Tampered;

const edited = ({ lines, lineOf }: Scene, index: number, entry: Entry): string =>
  putTogether(lines.with(lineOf(index), canonicalJson(entry)));

const renamed = (entry: Entry): Entry['leaf'] => ({ ...entry.leaf, operation: 'incidents.delete' });

/** Someone edits the file: found by the export alone. */
export const EDITS: Record<string, Tampering> = {
  'a changed field of a leaf': scene => {
    const entry = scene.entries[scene.at]!;
    return {
      text: edited(scene, scene.at, { ...entry, leaf: renamed(entry) }),
      index: scene.at,
      kind: 'changed entry',
    };
  },
  'a changed erasable value': scene => {
    const entry = scene.entries[scene.at]!;
    const input = { ...entry.openings.input!, value: { title: 'Nothing happened' } };
    const openings = { ...entry.openings, input };
    return { text: edited(scene, scene.at, { ...entry, openings }), index: scene.at, kind: 'changed value' };
  },
  'a changed salt': scene => {
    const entry = scene.entries[scene.at]!;
    const input = { ...entry.openings.input!, salt: entry.openings.after!.salt };
    const openings = { ...entry.openings, input };
    return { text: edited(scene, scene.at, { ...entry, openings }), index: scene.at, kind: 'changed value' };
  },
  'a value that was never committed to': scene => {
    const entry = scene.entries[scene.at]!;
    const openings = { ...entry.openings, reason: entry.openings.input! };
    return { text: edited(scene, scene.at, { ...entry, openings }), index: scene.at, kind: 'changed value' };
  },
  'a changed commitment': scene => {
    const entry = scene.entries[scene.at]!;
    const commitments = { ...entry.leaf.commitments, input: entry.leaf.commitments.after! };
    const leaf = { ...entry.leaf, commitments };
    return { text: edited(scene, scene.at, { ...entry, leaf }), index: scene.at, kind: 'changed entry' };
  },
  'two entries swapped': ({ lines, lineOf, at }) => {
    const [a, b] = [lineOf(at), lineOf(at + 1)];
    return {
      text: putTogether(lines.with(a, lines[b]!).with(b, lines[a]!)),
      index: at,
      kind: 'missing entry',
    };
  },
  'an entry deleted': ({ lines, lineOf, at }) => ({
    text: putTogether(lines.toSpliced(lineOf(at), 1)),
    index: at,
    kind: 'missing entry',
  }),
  'an entry inserted': ({ lines, entries, lineOf, at }) => ({
    text: putTogether(lines.toSpliced(lineOf(at), 0, canonicalJson(madeUp(entries[at]!)))),
    index: at,
    kind: 'entry stands twice',
  }),
  'an entry duplicated': ({ lines, lineOf, at }) => ({
    text: putTogether(lines.toSpliced(lineOf(at), 0, lines[lineOf(at)]!)),
    index: at,
    kind: 'entry stands twice',
  }),
  'a tail cut off': ({ lines, lineOf, at }) => ({
    text: putTogether(lines.slice(0, lineOf(at))),
    index: at,
    kind: 'cut off',
  }),
  'a tail cut off within a line': ({ lines, lineOf, at }) => ({
    text: putTogether(lines.slice(0, lineOf(at))) + lines[lineOf(at)]!.slice(0, 40),
    index: at,
    kind: 'unreadable',
  }),
  'entries put behind the end': ({ lines, entries }) => ({
    text: putTogether([...lines, canonicalJson({ ...madeUp(entries[0]!), index: entries.length })]),
    index: entries.length,
    kind: 'other entry',
  }),
  'a field said twice': ({ lines, lineOf, at }) => {
    const line = lines[lineOf(at)]!;
    const text = putTogether(
      lines.with(lineOf(at), line.replace('"leaf":{', '"leaf":{"operation":"incidents.read",')),
    );
    return { text, index: at, kind: 'not canonical' };
  },
  'an entry that is no JSON': ({ lines, lineOf, at }) => ({
    text: putTogether(lines.with(lineOf(at), 'gone')),
    index: at,
    kind: 'unreadable',
  }),
};

/** Someone holds the database, or the signing key too, and makes a log without a fault in itself: outside tells. */
export const FORGERIES: Record<string, Tampering> = {
  'an entry changed and hashed again, unsigned': scene => {
    const entry = scene.entries[scene.at]!;
    return {
      text: edited(scene, scene.at, withLeaf(entry, renamed(entry))),
      index: scene.at,
      kind: 'other entry',
    };
  },
  'a chain hashed and signed again': ({ entries, at, key }) => {
    const changed = entries.with(at, withLeaf(entries[at]!, renamed(entries[at]!)));
    return { text: makeAgain(changed, key), index: at, kind: 'other entry' };
  },
  'an entry removed, and all counted and signed again': ({ entries, at, key }) => ({
    text: makeAgain(entries.toSpliced(at, 1), key),
    index: at,
    kind: 'other entry',
  }),
  'an entry put in, and all counted and signed again': ({ entries, at, key }) => ({
    text: makeAgain(entries.toSpliced(at, 0, madeUp(entries[at]!)), key),
    index: at,
    kind: 'other entry',
  }),
  'two entries swapped, and all signed again': ({ entries, at, key }) => ({
    text: makeAgain(entries.with(at, entries[at + 1]!).with(at + 1, entries[at]!), key),
    index: at,
    kind: 'other entry',
  }),
  'a commitment dropped with its value, and all signed again': ({ entries, at, key }) => {
    const { leaf, openings, ...entry } = entries[at]!;
    const { input: _commitment, ...commitments } = leaf.commitments;
    const { input: _opening, ...kept } = openings;
    const without = withLeaf({ ...entry, leaf, openings: kept }, { ...leaf, commitments });
    return { text: makeAgain(entries.with(at, without), key), index: at, kind: 'other entry' };
  },
  'a fork': ({ entries, at, key }) => ({
    text: makeAgain([...entries.slice(0, at), ...entries.slice(at).map(madeUp)], key),
    index: at,
    kind: 'other entry',
  }),
  'a log cut and signed again': ({ entries, at, key }) => ({
    text: makeAgain(entries.slice(0, at), key),
    index: at,
    kind: 'cut off',
  }),
  'an older state restored, and grown longer than it was': ({ entries, at, key }) => ({
    text: makeAgain([...entries.slice(0, at), ...entries.map(madeUp)], key),
    index: at,
    kind: 'other entry',
  }),
  'a chain hashed again, its checkpoint rewritten under the old signature': ({
    entries,
    lines,
    at,
    otherKey,
  }) => {
    const changed = entries.with(at, withLeaf(entries[at]!, renamed(entries[at]!)));
    const again = makeAgain(changed, otherKey).split('\n');
    const { checkpoint, ...header } = JSON.parse(lines[0]!);
    const root = JSON.parse(again[0]!).checkpoint.split('\n')[2];
    const rewritten = checkpoint.split('\n').with(2, root).join('\n');
    const kept = again.filter(line => line.startsWith('{"hash"'));
    const text = putTogether([canonicalJson({ ...header, checkpoint: rewritten }), ...kept]);
    return { text, index: at, kind: 'other entry' };
  },
  'all made again with another key': ({ entries, otherKey }) => ({
    text: makeAgain(entries, otherKey),
    index: 0,
    kind: 'forged checkpoint',
  }),
  'a checkpoint of another key': ({ entries, lines, otherKey, key }) => {
    const [header] = makeAgain(entries, otherKey).split('\n', 1);
    const line = canonicalJson({ ...JSON.parse(header!), publicKey: key.publicKey });
    return { text: putTogether(lines.with(0, line)), index: 0, kind: 'forged checkpoint' };
  },
};
