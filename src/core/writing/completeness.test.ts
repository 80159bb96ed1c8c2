import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TEMPLATES } from '../document/templates/index.ts';
import type { Template } from '../document/templates/template.ts';
import { measureCompleteness, type SectionText } from './completeness.ts';
import { FILLER_RULES } from './fillerPhrases.ts';
import { meaningOf } from './meaningOf.ts';

const CORPUS = fileURLToPath(new URL('../../../test/corpus/postmortems', import.meta.url));
const REAL = readdirSync(CORPUS)
  .filter(name => name.endsWith('.md'))
  .map(name => ({ name, text: readFileSync(join(CORPUS, name), 'utf8') }));
const full = TEMPLATES[0]!;
const GUIDANCE = full.sections.flatMap(({ title, guidance }) => [title, guidance]);

const texts = (markdown: string, template: Template = full): SectionText[] =>
  template.sections.map(({ id }) => ({ id, markdown }));

/** Sentences that people wrote, each a block of its own. */
const sentences = REAL.flatMap(({ text }) => text.split(/\n+|(?<=\.)\s+/)).filter(
  line => /^[A-Z][\w' -]+ [\w' -]+ [\w' -]+ [\w' -]+.*\.$/.test(line) && !/[|#*[\]<>]/.test(line),
);
const real = fc.constantFrom(...sentences);

const LOREM =
  'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.';
const phrase = fc.oneof(
  fc.constantFrom(...FILLER_RULES.flatMap(({ hits }) => hits)),
  fc.constantFrom(
    'lorem ipsum',
    LOREM,
    'asdf asdf asdf',
    'test test test test',
    'xxx',
    'aaa bbb',
    '…',
    '???',
    '-',
  ),
  fc.constantFrom(...full.sections.flatMap(({ guidance, title }) => [guidance, title])),
  fc.integer({ min: 1, max: 12 }).map(times => 'blah '.repeat(times)),
);
const dressed = fc
  .tuple(
    phrase,
    fc.constantFrom(
      '$',
      '$',
      '**$**',
      '_$_',
      '- $',
      '1. $',
      '> $',
      '- [ ] $',
      '$.',
      '$!!',
      '($)',
      '| owner | $ |',
      '| $ |',
      '| --- | --- |',
      '# $',
      '<!-- $ -->',
      '`$`',
      'Owner: $',
      '\u200b$',
    ),
  )
  .map(([text, dress]) => dress.replace('$', () => text));
const shouted = fc.tuple(dressed, fc.boolean()).map(([text, isLoud]) => (isLoud ? text.toUpperCase() : text));
const block = fc.oneof(real, shouted);

const insert = (blocks: readonly string[], at: number, more: string): string[] => {
  const place = Math.min(at, blocks.length);
  return [...blocks.slice(0, place), more, ...blocks.slice(place)];
};
const measure = (blocks: readonly string[]): number => meaningOf(blocks.join('\n\n'), GUIDANCE).words.size;

describe('completeness', () => {
  test.each(TEMPLATES)('of the empty template “$name” is nothing', template => {
    expect(measureCompleteness(template, []).total).toBe(0);
    expect(measureCompleteness(template, texts('', template)).total).toBe(0);
  });

  test.each(TEMPLATES)('of “$name” with its guidance written out is nothing, and said so', template => {
    const copied = template.sections.map(({ id, title, guidance }) => ({
      id,
      markdown: `## ${title}\n\n> ${guidance}`,
    }));
    const { total, sections } = measureCompleteness(template, copied);
    expect(total).toBe(0);
    for (const { reason } of sections) expect(reason).toMatch(/^Only the template’s own guidance/);
  });

  test.each(REAL)('of $name, written by people, is found in each of its sections', ({ text }) => {
    const parts = text
      .split(/^(?=#+ )/m)
      .filter(part => part.split('\n').length > 3 && !/^#+ (?:Stats|Attendees)/.test(part));
    const template = {
      sections: parts.map((_, i) => ({
        ...full.sections[0]!,
        id: `s${i}`,
        guidance: '',
        title: '',
        minimumWords: 5,
      })),
    };
    const { total } = measureCompleteness(
      template,
      parts.map((markdown, i) => ({ id: `s${i}`, markdown })),
    );
    expect(parts.length).toBeGreaterThan(0);
    expect(total).toBeGreaterThan(0.95);
  });

  test('is not raised by filler, wherever it is put', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), shouted, fc.nat(8), (blocks, filler, at) => {
        expect(measure(insert(blocks, at, filler))).toBeLessThanOrEqual(measure(blocks));
      }),
      { numRuns: 1500 },
    );
  });

  test('is not lowered by a real sentence, wherever it is put', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), real, fc.nat(8), (blocks, sentence, at) => {
        expect(measure(insert(blocks, at, sentence))).toBeGreaterThanOrEqual(measure(blocks));
      }),
      { numRuns: 1500 },
    );
  });

  test('is raised by every sentence that people wrote where there was none', () => {
    for (const sentence of sentences) expect(measure([sentence]), sentence).toBeGreaterThan(1);
  });

  test('is not raised by saying the same again, or counting up', () => {
    const once = 'The scheduler lost its lease. It took 4 minutes to win it back.';
    expect(measure([once, once, once])).toBe(measure([once]));
    const counted = Array.from({ length: 40 }, (_, i) => `Row ${i} of the orders table was late.`);
    expect(measure(counted)).toBe(measure(counted.slice(0, 1)));
  });

  test('counts the required sections only, and says of each what it lacks', () => {
    const summary = { id: 'summary', markdown: 'TBD' };
    const impact = {
      id: 'impact',
      markdown: 'In Norway 4 312 checkouts failed quietly between breakfast and lunch.',
    };
    const { total, sections } = measureCompleteness(full, [
      summary,
      impact,
      { id: 'evidence', markdown: LOREM },
    ]);
    const of = (id: string) => sections.find(section => section.id === id)!;
    expect(of('summary').reason).toBe('Nothing here says what happened. Not counted: “TBD”.');
    expect(of('impact')).toMatchObject({ filled: 0.6, words: 6, minimumWords: 10 });
    expect(of('learnings').reason).toBe('Nothing is written here yet.');
    const required = full.sections.filter(({ isRequired }) => isRequired).length;
    expect(total).toBeCloseTo(0.6 / required);
  });

  test('sees a row whose values are missing, and one in which something stands', () => {
    expect(measure(['| what | who |\n| --- | --- |\n| root cause of outage | tbd |'])).toBe(0);
    expect(measure(['| what | who |\n| --- | --- |\n| alert on lag of orders | Kim | tbd |'])).toBe(4);
    expect(measure(['| what | who |\n| --- | --- |\n| | |\n| – | n/a |'])).toBe(0);
  });

  test('does not count what is true of every incident', () => {
    expect(measure(['An issue occurred and was fixed.', 'Problem: it broke.'])).toBe(0);
    expect(measure(['The lease expired and was fixed.'])).toBe(3);
  });

  test('reads text that is written without blanks', () => {
    expect(measure(['数据库在十点切换失败，订单服务中断四十分钟。'])).toBeGreaterThan(10);
    expect(measure(['待定'])).toBe(0);
  });

  test('takes little time for long and for hostile texts', () => {
    const long = [
      `${'a '.repeat(50_000)}`,
      '|'.repeat(20_000),
      '['.repeat(20_000),
      `to be ${'filled '.repeat(10_000)}`,
      '<'.repeat(20_000),
      '*_`'.repeat(10_000),
      `${'see the '.repeat(10_000)}x.`,
    ];
    for (const text of long) expect(() => measure([text])).not.toThrow();
    expect(measure([`${sentences.join(' ')} `.repeat(40)])).toBe(measure([sentences.join(' ')]));
  });
});
