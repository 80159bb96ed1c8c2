import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adoptCitations } from './adoptCitations.ts';
import type { Citation } from './bundle.ts';

const cite = (id: string, label: string): Citation => ({
  id,
  label,
  records: [],
  count: 1,
  path: `${label}.log`,
});
const link = (id: string) => `[${id}](#${id})`;

test('the same evidence keeps its name, other evidence gets the next free one', () => {
  const known = [cite('e1', 'errors'), cite('e4', 'deploy')];
  const offered = [cite('e1', 'deploy'), cite('e2', 'latency'), cite('e3', 'never cited')];
  const { texts, added } = adoptCitations([`Slow ${link('e2')}, after ${link('e1')}.`], offered, known);
  expect(texts).toEqual([`Slow ${link('e5')}, after ${link('e4')}.`]);
  expect(added).toEqual([{ ...cite('e5', 'latency') }]);
});

test('taken in a second time, a draft brings nothing new', () => {
  const draft = [cite('e1', 'errors'), cite('e2', 'deploy')];
  const text = `${link('e2')} ${link('e1')}`;
  const first = adoptCitations([text], draft, []);
  const second = adoptCitations([text], draft, first.added);
  expect(second).toEqual({ texts: first.texts, added: [] });
});

test('whatever drafts come, every name keeps meaning the evidence that it first meant', () => {
  const labels = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 });
  fc.assert(
    fc.property(fc.array(labels, { maxLength: 6 }), drafts => {
      let known: Citation[] = [];
      for (const draft of drafts) {
        const offered = draft.map((label, i) => cite(`e${i + 1}`, label));
        const { texts, added } = adoptCitations(
          offered.map(({ id }) => link(id)),
          offered,
          known,
        );
        known = [...known, ...added];
        const meant = texts.map(text => known.find(({ id }) => text === link(id))?.label);
        expect(meant).toEqual(draft);
      }
      expect(new Set(known.map(({ id }) => id)).size).toBe(known.length);
    }),
  );
});
