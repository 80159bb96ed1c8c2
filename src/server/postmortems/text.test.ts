import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../test/harness/server.ts';

let server: TestServer;
let ada: TestPerson;
let grace: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  [ada, grace] = await Promise.all([
    server.as({ roles: ['responder'], name: 'Ada' }),
    server.as({ roles: ['owner'], name: 'Grace' }),
  ]);
});
afterAll(() => server.close());

const open = async () => {
  const { id } = await ada.client.incidents.declare({ title: 'Search is down', severity: 'sev2' });
  return ada.client.postmortems.open({ incidentId: id });
};

const textOf = (sections: readonly { id: string; title: string; markdown: string }[]) =>
  sections.map(({ id, title, markdown }) => ({ id, title, markdown }));

test('each saved edit is a version with author, time and note, and old ones can be read and restored', async () => {
  const { id } = await open();
  const write = (person: TestPerson, markdown: string, note = '') =>
    person.client.postmortems.editSection({ postmortemId: id, id: 'impact', markdown, note });
  await write(ada, 'Some users.');
  server.clock.forward(60_000);
  await write(grace, '4 100 users.', 'Counted in the access log.');
  await write(ada, '4 100 users.');

  const { items } = await ada.client.postmortems.versions({ id });
  expect(items).toMatchObject([
    {
      version: 3,
      change: 'editSection',
      author: { name: 'Grace' },
      note: 'Counted in the access log.',
      changedSections: [{ id: 'impact' }],
    },
    { version: 2, author: { name: 'Ada' } },
    { version: 1, change: 'open' },
  ]);
  expect(Date.parse(items[0]!.createdAt) - Date.parse(items[1]!.createdAt)).toBe(60_000);
  const old = await ada.client.postmortems.readVersion({ id, number: 2 });
  expect(old.sections.find(section => section.id === 'impact')?.markdown).toBe('Some users.');
  const restored = await ada.client.postmortems.restoreVersion({ id, number: 2 });
  expect(textOf(restored.sections)).toEqual(textOf(old.sections));
  expect(restored.version).toBe(4);
});

test('a change of title or owner makes no version of the text, and its number reads as the text before it', async () => {
  const { id } = await open();
  await ada.client.postmortems.edit({ id, title: 'Search was down' });
  const { items } = await ada.client.postmortems.versions({ id });
  expect(items.map(({ version }) => version)).toEqual([1]);
  expect((await ada.client.postmortems.readVersion({ id, number: 2 })).version).toBe(1);
  await expect(ada.client.postmortems.readVersion({ id, number: 3 })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('versions are compared section by section', async () => {
  const { id } = await open();
  await ada.client.postmortems.editSection({
    postmortemId: id,
    id: 'impact',
    markdown: 'Some users waited.\n',
  });
  await ada.client.postmortems.editSection({
    postmortemId: id,
    id: 'impact',
    markdown: 'All users waited.\n',
  });
  await ada.client.postmortems.addSection({ postmortemId: id, title: 'Thanks', after: null });
  await ada.client.postmortems.removeSection({ postmortemId: id, id: 'summary' });
  const { sections } = await ada.client.postmortems.diff({ id, from: 2, to: 5 });
  const changed = sections.filter(({ kind }) => kind !== 'same');
  expect(changed.map(({ kind, title }) => [kind, title.after ?? title.before])).toEqual([
    ['added', 'Thanks'],
    ['changed', 'Impact'],
    ['removed', 'TL;DR'],
  ]);
  expect(changed[1]!.lines).toEqual([
    {
      kind: 'changed',
      before: 1,
      after: 1,
      words: [
        { kind: 'removed', text: 'Some' },
        { kind: 'added', text: 'All' },
        { kind: 'same', text: ' users waited.\n' },
      ],
    },
  ]);
});

test('of two who edit one section the second is told, and loses nothing', async () => {
  const { id, version } = await open();
  const write = (person: TestPerson, markdown: string) =>
    person.client.postmortems.editSection(
      { postmortemId: id, id: 'impact', markdown },
      { context: { ifMatch: version } },
    );
  const results = await Promise.allSettled([write(ada, 'Ada’s'), write(grace, 'Grace’s')]);
  const [won, lost] = results.toSorted((one, other) => (one.status < other.status ? -1 : 1));
  expect(lost).toMatchObject({ reason: { problem: { status: 412 } } });
  const winner = (won as PromiseFulfilledResult<{ markdown: string; version: number }>).value;
  const loser = winner.markdown === 'Ada’s' ? grace : ada;
  const now = await loser.client.postmortems.get({ id });
  expect(now.sections.find(section => section.id === 'impact')?.markdown).toBe(winner.markdown);
  await loser.client.postmortems.editSection(
    { postmortemId: id, id: 'impact', markdown: 'Both' },
    { context: { ifMatch: now.version } },
  );
  const { items } = await ada.client.postmortems.versions({ id });
  expect(items).toHaveLength(3);
});

test('two who edit different sections do not hinder each other', async () => {
  const { id, version } = await open();
  const ifMatch = { context: { ifMatch: version } };
  await Promise.all([
    ada.client.postmortems.editSection({ postmortemId: id, id: 'impact', markdown: 'Ada’s' }, ifMatch),
    grace.client.postmortems.editSection({ postmortemId: id, id: 'causes', markdown: 'Grace’s' }, ifMatch),
  ]);
  const { sections } = await ada.client.postmortems.get({ id });
  expect(sections.filter(({ markdown }) => markdown !== '').map(({ markdown }) => markdown)).toEqual([
    'Ada’s',
    'Grace’s',
  ]);
  await expect(
    ada.client.postmortems.orderSections(
      { postmortemId: id, ids: sections.map(each => each.id).toReversed() },
      ifMatch,
    ),
  ).rejects.toMatchObject({ problem: { status: 412 } });
});

test('Markdown comes back byte for byte', async () => {
  const { id } = await open();
  const naughty = [
    '\r\n\r\ntext\rtext\n',
    '  leading\t\t',
    'e\u0301 \u00e9 \ufb01 \u200b\u200e\u202e\ufeff',
    '👩‍👩‍👧‍👦 🏳️‍🌈 \u{1f4a9}',
    '<script>alert(1)</script> ${x} {{y}} %s %00 \\u0000 \\',
    '\'; drop table postmortem; -- " $1 ?',
    '\u0001\u0008\u001b\u007f\u0085\u2028\u2029\uffff\ufdd0',
    'null',
    '[]',
    '{"a":1}',
    '0',
    ' ',
  ];
  const generated = fc.sample(fc.string({ unit: 'binary', maxLength: 200 }), 10);
  const keepable = generated.filter(text => text.isWellFormed() && !text.includes('\0'));
  for (const markdown of [...naughty, ...keepable]) {
    const { markdown: answered } = await ada.client.postmortems.editSection({
      postmortemId: id,
      id: 'impact',
      markdown,
    });
    expect(answered).toBe(markdown);
    const { version, sections } = await ada.client.postmortems.get({ id });
    expect(sections.find(section => section.id === 'impact')?.markdown).toBe(markdown);
    const old = await ada.client.postmortems.readVersion({ id, number: version });
    expect(old.sections.find(section => section.id === 'impact')?.markdown).toBe(markdown);
  }
  for (const markdown of ['\0', '\ud800'])
    await expect(
      ada.client.postmortems.editSection({ postmortemId: id, id: 'impact', markdown }),
    ).rejects.toMatchObject({ code: 'invalid' });
});

test('whatever is edited and restored, every version reads as the text was then', async () => {
  const pick = fc.nat(1_000);
  const step = fc.oneof(
    fc.record({ do: fc.constant('edit' as const), pick, text: fc.constantFrom('', 'a', 'b\r\n', 'ç\n') }),
    fc.record({ do: fc.constant('retitle' as const), pick, text: fc.constantFrom('One', 'Two') }),
    fc.record({ do: fc.constant('add' as const), pick, text: fc.constantFrom('New', 'Newer') }),
    fc.record({ do: fc.constant('remove' as const), pick, text: fc.constant('') }),
    fc.record({ do: fc.constant('turn' as const), pick, text: fc.constant('') }),
    fc.record({ do: fc.constant('restore' as const), pick, text: fc.constant('') }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async steps => {
      const first = await open();
      const { id: postmortemId } = first;
      const { postmortems } = ada.client;
      /** What the text was after each change, by the version that the answer named. */
      const seen = new Map([[first.version, textOf(first.sections)]]);
      let sections = textOf(first.sections);
      for (const { do: what, pick: n, text } of steps) {
        const { id } = sections[n % sections.length]!;
        if (what === 'remove' && sections.length === 1) continue;
        const versions = [...seen.keys()];
        const run = {
          edit: () => postmortems.editSection({ postmortemId, id, markdown: text }),
          retitle: () => postmortems.editSection({ postmortemId, id, title: text }),
          add: () => postmortems.addSection({ postmortemId, title: text, after: id }),
          remove: () => postmortems.removeSection({ postmortemId, id }),
          turn: () =>
            postmortems.orderSections({ postmortemId, ids: sections.map(each => each.id).toReversed() }),
          restore: () =>
            postmortems.restoreVersion({ id: postmortemId, number: versions[n % versions.length]! }),
        };
        const model = {
          edit: () => sections.map(each => (each.id === id ? { ...each, markdown: text } : each)),
          retitle: () => sections.map(each => (each.id === id ? { ...each, title: text } : each)),
          add: () =>
            sections.flatMap(each => (each.id === id ? [each, { id: '', title: text, markdown: '' }] : each)),
          remove: () => sections.filter(each => each.id !== id),
          turn: () => sections.toReversed(),
          restore: () => seen.get(versions[n % versions.length]!)!,
        };
        const expected = model[what]();
        await run[what]();
        const now = await postmortems.get({ id: postmortemId });
        // A new section gets its id from the server.
        expect(textOf(now.sections)).toEqual(
          expected.map((each, i) => (each.id === '' ? { ...each, id: now.sections[i]!.id } : each)),
        );
        sections = textOf(now.sections);
        const known = seen.get(now.version);
        if (known) expect(sections).toEqual(known);
        seen.set(now.version, sections);
      }
      for (const [version, text] of seen)
        expect(
          textOf((await postmortems.readVersion({ id: postmortemId, number: version })).sections),
        ).toEqual(text);
      const { items } = await postmortems.versions({ id: postmortemId, limit: 200 });
      expect(items.map(({ version }) => version)).toEqual([...seen.keys()].sort((a, b) => b - a));
    }),
    { numRuns: 8 },
  );
});
