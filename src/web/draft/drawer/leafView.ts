import { durationText } from '../../../core/chart/durationText.ts';
import type { Citation, Moment } from '../../../core/document/bundle.ts';
import { momentKind } from '../../../core/document/momentKinds.ts';
import type { Micros } from '../../../core/record.ts';
import { copyButton } from '../copyText.ts';
import { button, el, ICONS, icon } from '../dom.ts';
import type { PageZone } from '../pageZone.ts';
import type { Leaf, Leaves } from './leaf.ts';
import { recordList } from './recordList.ts';

/** What a leaf needs from the page around it. */
export interface LeafSurroundings {
  zone: PageZone;
  leaves: Leaves;
  locate(at: Micros): void;
}

/** The drawer's inside for a leaf: a kicker, a title and the evidence. */
export function leafView(
  leaf: Leaf,
  around: LeafSurroundings,
): { kicker: string; title: string; body: HTMLElement } {
  if (leaf.kind === 'citation') {
    const kicker = `Evidence ${leaf.citation.id.replace(/^e(?=\d)/, '')}`;
    const at = leaf.citation.records.find(record => record.at !== null)?.at;
    return {
      kicker,
      title: leaf.citation.label,
      body: citationBody(leaf.citation, around, locateButton(at, around)),
    };
  }
  if (leaf.kind === 'moment') {
    const { label } = momentKind(leaf.moment.kind);
    return { kicker: label, title: leaf.moment.title, body: momentBody(leaf.moment, around) };
  }
  const body = el('div', {}, locateButton(leaf.event.at, around), recordList([leaf.event], around.zone));
  return { kicker: `Event in ${leaf.event.source}`, title: leaf.event.name || leaf.event.kind, body };
}

function citationBody(citation: Citation, around: LeafSurroundings, locate?: HTMLElement): HTMLElement {
  const all = Math.max(citation.count, citation.records.length);
  const shown =
    citation.records.length === all
      ? ''
      : `${citation.records.length} of ${all.toLocaleString('en')} records`;
  const graph = citation.series ? graphOf(citation.series) : undefined;
  return el(
    'div',
    {},
    (shown !== '' || locate) &&
      el('div', { class: 'leaf-line' }, el('span', { class: 'muted' }, shown), locate),
    citation.path !== undefined && el('p', { class: 'leaf-path' }, el('code', {}, citation.path)),
    graph,
    citation.query !== undefined && queryView(citation.query),
    recordList(citation.records, around.zone),
  );
}

function momentBody(moment: Moment, around: LeafSurroundings): HTMLElement {
  const doubt =
    moment.uncertaintyUs === null
      ? 'clock not compared with others'
      : `± ${durationText(moment.uncertaintyUs)}`;
  const facts: [string, Node | string][] = [
    [
      'When',
      el(
        'span',
        {},
        around.zone.time(moment.at, (moment.uncertaintyUs ?? 1000) < 1000 ? 'us' : 'ms'),
        ` ${around.zone.clock().name}, ${doubt}`,
      ),
    ],
    ['Where', [moment.service, moment.source].filter(name => name !== '').join(', ') || '–'],
    ['Why', moment.reason],
  ];
  if (moment.until !== undefined) facts.push(['Length', durationText(moment.until - moment.at)]);
  if (moment.confidence !== undefined) facts.push(['Sure', `${Math.round(moment.confidence * 100)} %`]);
  const cited = moment.cites.map(id => around.leaves.citation(id)).filter(item => item !== undefined);
  return el(
    'div',
    {},
    el(
      'dl',
      { class: 'leaf-facts' },
      ...facts.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))),
    ),
    locateButton(moment.at, around),
    ...cited.map(item =>
      el(
        'section',
        {},
        el(
          'h3',
          {},
          el('a', { href: `#${item.id}`, class: 'cite-link' }, `Evidence ${item.id.replace(/^e(?=\d)/, '')}`),
          ` ${item.label}`,
        ),
        citationBody(item, around),
      ),
    ),
  );
}

function queryView(query: string): HTMLElement {
  const hint = el(
    'p',
    { class: 'muted' },
    'Gives the same again from evidence/records.parquet, as the view “records”.',
  );
  const head = el(
    'div',
    { class: 'leaf-line' },
    el('h3', {}, 'Query'),
    copyButton('Copy the query', () => query),
  );
  return el('div', { class: 'query-view' }, head, el('pre', { class: 'query' }, query), hint);
}

/** The page has drawn every series already; a copy of that drawing is all that is needed. */
function graphOf(id: string): Node | undefined {
  for (const graph of document.querySelectorAll<HTMLElement>('.graph[data-series]')) {
    if (graph.dataset.series !== id) continue;
    const copy = el('figure', { class: 'graph' });
    for (const part of graph.children) copy.append(part.cloneNode(true));
    return copy;
  }
  return undefined;
}

function locateButton(at: Micros | null | undefined, around: LeafSurroundings): HTMLElement | undefined {
  if (at === null || at === undefined) return undefined;
  const face = el('span', {}, icon(ICONS.locate), ' Show on the timeline');
  const made = button(face, 'Show on the timeline', () => around.locate(at));
  made.classList.add('quiet', 'locate');
  return made;
}
