import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { emptyBundle } from '../../../test/builders/bundle.ts';
import { hostileBundle } from '../../../test/builders/hostile.ts';
import { outageBundle } from '../../../test/builders/outage.ts';
import { html } from './html.ts';
import { prose } from './parts.ts';
import { toHtml } from './toHtml.ts';

const sectionIds = (page: string) => [...page.matchAll(/<section id="([^"]+)"/g)].map(match => match[1]);

describe('the page', () => {
  test('has every section, also when there is nothing to say', () => {
    const sections = [
      'summary',
      'impact',
      'timeline',
      'factors',
      'unknowns',
      'actions',
      'evidence',
      'gaps',
      'clocks',
      'redactions',
      'appendix',
    ];
    expect(sectionIds(toHtml(emptyBundle()))).toEqual(sections);
    expect(sectionIds(toHtml(outageBundle(1, 10)))).toEqual(sections);
  });

  test('allows exactly the scripts and the style that it carries', () => {
    const page = toHtml(outageBundle(1, 10));
    const policy =
      /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1]?.replaceAll('&#39;', "'") ?? '';
    const carried = [
      ...page.matchAll(/<(?:script(?: type="module")?|style)>([\s\S]*?)<\/(?:script|style)>/g),
    ];
    expect(carried).toHaveLength(3);
    for (const [, text] of carried) {
      expect(policy).toContain(`'sha256-${createHash('sha256').update(text!).digest('base64')}'`);
    }
    expect(policy).toMatch(/^default-src 'none';/);
    expect(page).not.toMatch(/<[^>]+\s(?:style|on\w+)="/);
  });

  test('asks nothing of the network', () => {
    const page = toHtml(outageBundle(1, 10)).replace(
      /<script type="application\/json"[\s\S]*?<\/script>/,
      '',
    );
    expect(page).not.toMatch(/<(?:link|img|iframe|object|embed)\b|@import|url\(/);
    expect(page.match(/https?:\/\/[^"'\s<]+/g)).toEqual([
      'http://www.w3.org/2000/svg',
      'http://www.w3.org/2000/svg',
    ]);
  });

  test('is the same for the same bundle', () => {
    expect(toHtml(outageBundle(2, 50))).toBe(toHtml(outageBundle(2, 50)));
  });

  test('writes hostile texts as text, in markup and in data', () => {
    const page = toHtml(hostileBundle());
    const markup = page.replace(/<script type="application\/json"[\s\S]*?<\/script>/, '');
    const raw = ['<script>pwned', '<img', '<iframe', '<svg onload', "onfocus='"].filter(text =>
      markup.includes(text),
    );
    expect(raw).toEqual([]);
    const data = /<script type="application\/json" id="page-data">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
    expect(data.includes('<')).toBe(false);
    expect(JSON.parse(data).moments[0].title).toBe('<script>pwned()</script>');
  });
});

test('a template escapes texts, keeps markup and joins lists', () => {
  const rows = ['<b>', 'a & "b"'].map(text => html`<td title="${text}">${text}</td>`);
  expect(html`<tr>${rows}${undefined}${7}</tr>`.markup).toBe(
    '<tr><td title="&lt;b&gt;">&lt;b&gt;</td><td title="a &amp; &quot;b&quot;">a &amp; &quot;b&quot;</td>7</tr>',
  );
});

test('parts of a text between backticks are code, and stay text', () => {
  expect(prose('run `a < b` or ` alone').markup).toBe('run <code>a &lt; b</code> or ` alone');
});
