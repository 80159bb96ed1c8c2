import { durationText } from '../../../core/chart/durationText.ts';
import type { Excerpt } from '../../../core/document/bundle.ts';
import { copyButton } from '../copyText.ts';
import { button, el } from '../dom.ts';
import type { PageZone } from '../pageZone.ts';

/** A line longer than this is cut until the reader asks for all of it. */
const SHOWN_CHARACTERS = 4000;

/** One record as a piece of a log: when, how bad, from where, and what it says. */
export function recordView(record: Excerpt, zone: PageZone): HTMLElement {
  const place = `${record.path || record.source}:${record.line}`;
  const when =
    record.at === null
      ? el('span', { class: 'muted' }, 'no time')
      : zone.time(record.at, record.precision, { written: record.atRaw });
  const head = el(
    'header',
    { class: 'record-head' },
    when,
    record.level !== '' && el('span', { class: `level ${record.level}` }, record.level),
    record.service !== '' && el('span', { class: 'record-service' }, record.service),
    el('code', { class: 'record-place', title: `${place}, ${record.kind}` }, place),
    copyButton('Copy this record', () => JSON.stringify(record, null, 2)),
  );
  return el(
    'article',
    { class: `record ${record.level}` },
    head,
    body(record),
    facts(record),
    attributes(record),
  );
}

function body(record: Excerpt): HTMLElement {
  const whole = record.body === '' ? record.name : record.body;
  const text = el('pre', { class: 'record-body', dir: 'auto' }, whole.slice(0, SHOWN_CHARACTERS));
  if (whole.length <= SHOWN_CHARACTERS) return text;
  const length = `Show all ${whole.length.toLocaleString('en')} characters`;
  const more = button(length, length, () => {
    text.textContent = whole;
    more.remove();
  });
  more.className = 'more-text';
  return el('div', {}, text, more);
}

function facts(record: Excerpt): HTMLElement | undefined {
  const known: [string, string][] = [
    ['name', record.body === '' ? '' : record.name],
    ['value', record.value === null ? '' : String(record.value)],
    ['took', record.durationUs === null ? '' : durationText(record.durationUs)],
    ['host', record.host],
    ['trace', record.traceId],
    ['span', record.spanId],
  ].filter((fact): fact is [string, string] => fact[1] !== '');
  if (known.length === 0) return undefined;
  return el('dl', { class: 'record-facts' }, ...known.map(([name, value]) => fact(name, value)));
}

function fact(name: string, value: string): HTMLElement {
  return el('div', {}, el('dt', {}, name), el('dd', {}, value));
}

function attributes(record: Excerpt): HTMLElement | undefined {
  const entries = attributeEntries(record.attributes);
  if (entries.length === 0) return undefined;
  const list = el('dl', { class: 'attributes' }, ...entries.map(([name, value]) => fact(name, value)));
  return el(
    'details',
    {},
    el('summary', {}, `${entries.length} ${entries.length === 1 ? 'attribute' : 'attributes'}`),
    list,
  );
}

function attributeEntries(text: string): [string, string][] {
  if (text === '') return [];
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return [['', text]];
    return Object.entries(value).map(([name, item]) => [
      name,
      typeof item === 'string' ? item : JSON.stringify(item),
    ]);
  } catch {
    return [['', text]];
  }
}
