import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyBundle, excerpt, START } from '../../../test/builders/bundle.ts';
import type { Bundle, Citation } from './bundle.ts';
import { codeBlock, codeSpan, escapeText } from './markdown/escape.ts';
import { toMarkdown } from './toMarkdown.ts';

const HOSTILE = [
  '](javascript:alert(1)) [x](data:text/html,hi) ![i](http://203.0.113.9/p.png)',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'a | b | c \\| d',
  '``` not the end ````',
  '<!-- hidden --> <a id="e1"></a>',
  '# heading\n\n- list\n> quote\n    code',
  '1. one\r\n2) two',
  '&lt;b&gt; &amp;copy; *bold* _it_ ~~no~~ $x$',
  'https://evil.example/?q=1 www.evil.example me@evil.example',
  '\u202eevil\u202c \u0000\u001b[31mred',
  '---',
  '=====',
  '‹secret:k7f3›',
];

/** A bundle that says one text wherever a text can stand. */
function saying(text: string): Bundle {
  const sentence = { text, cites: ['e1'], basis: 'evidence' as const };
  const citation: Citation = {
    id: 'e1',
    label: text,
    records: [excerpt({ body: text, path: text, service: text, name: text })],
    count: 9,
    query: `select '${text}'`,
    path: text,
  };
  return {
    ...emptyBundle(),
    title: text,
    summary: [sentence],
    impact: { sentences: [sentence], figures: [{ label: text, value: text, cites: ['e1'] }] },
    moments: [
      {
        id: 'm1',
        at: START,
        uncertaintyUs: null,
        kind: 'message',
        title: text,
        reason: text,
        weight: 1,
        kept: true,
        source: text,
        service: '',
        cites: ['e1'],
      },
    ],
    hypotheses: [{ statement: { ...sentence, basis: 'inferred' }, suspect: null, test: text }],
    unknowns: [{ ...sentence, basis: 'unknown' }],
    actions: [{ title: text, kind: 'learn', verification: text, because: sentence }],
    gaps: [{ kind: 'unread', source: text, text, cites: [] }],
    citations: [citation],
  };
}

/** Markdown without fenced blocks and code spans: what a reader's program would act on. */
function active(markdown: string): string {
  const kept: string[] = [];
  let fence = '';
  for (const line of markdown.split('\n')) {
    const ticks = /^(`{3,})[^`]*$/.exec(line)?.[1];
    if (fence === '' && ticks !== undefined) fence = ticks;
    else if (fence !== '' && line === fence) fence = '';
    else if (fence === '') kept.push(line);
  }
  expect(fence).toBe('');
  return kept.join('\n').replace(/(?<![\\`])(`+)(?!`).*?(?<!`)\1(?!`)/g, 'CODE');
}

const OURS = /<a id="e\d+"><\/a>|<br>|\[e\d+\]\(#e\d+\)/g;

test.each(HOSTILE)('%j does nothing in the document, wherever it stands', text => {
  const rest = active(toMarkdown(saying(text))).replace(OURS, '');
  expect(rest).not.toMatch(/<(?!br>)|(?<!\\)\]\(|:\/\/|[\u0000-\u0008\u000b-\u001f\u202a-\u202e]/);
  expect(rest.match(/^#+ .*/gm)?.length).toBe(new Set(rest.match(/^#+ .*/gm)).size);
  const tables = rest.split('\n').filter(line => line.startsWith('| '));
  const cells = tables.map(line => line.split(/(?<!\\)\|/).length);
  expect(new Set(cells)).toEqual(new Set(cells.filter(count => count >= 5 && count <= 7)));
});

test('escaped text is one line and begins nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE)), text => {
      const escaped = escapeText(text);
      expect(escaped).not.toMatch(/[\r\n<>]|(?<!\\)(?:\\\\)*[[\]|`*_]|^[#+=-]/);
    }),
  );
});

test('code shows what was written, whatever backticks it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('`', 'a', ' ', '\n', '|') }), text => {
      const block = codeBlock(text).split('\n');
      expect(block[0]).toBe(block.at(-1));
      expect(block.slice(1, -1).join('\n')).toBe(text.trimEnd());
      expect(block.slice(1, -1)).not.toContain(block[0]);
      const span = codeSpan(text);
      if (span !== '') expect(/^(`+).*[^`]\1$/.test(span) || span === '').toBe(true);
    }),
  );
});

test('addresses and numbers read as they were written, without becoming links', () => {
  expect(escapeText('me@host saw #12 at http://a.example/?q=1&r=2 and www.b.example')).toBe(
    'me&#64;host saw &#35;12 at http:&#47;/a.example/?q=1&amp;r=2 and www&#46;b.example',
  );
});

test('an empty draft is still a document', () => {
  expect(toMarkdown(emptyBundle())).toMatch(/^# Incident of 14 October 2026\n/);
});
