import { createHash } from 'node:crypto';
import { durationText } from '../../core/chart/durationText.ts';
import { wallDay } from '../../core/chart/instantText.ts';
import { utcClock } from '../../core/chart/zoneClock.ts';
import type { Bundle } from '../../core/document/bundle.ts';
import { pageData } from '../../core/document/pageData.ts';
import { html, type Markup } from './html.ts';
import { icon } from './icons.ts';
import { counted, dayAndTime, instant, type PageContext, type SectionText } from './parts.ts';
import { actionsSection } from './sections/actions.ts';
import { appendixSection } from './sections/appendix.ts';
import { clocksSection } from './sections/clocks.ts';
import { evidenceSection } from './sections/evidence.ts';
import { factorsSection } from './sections/factors.ts';
import { gapsSection } from './sections/gaps.ts';
import { impactSection } from './sections/impact.ts';
import { redactionsSection } from './sections/redactions.ts';
import { summarySection } from './sections/summary.ts';
import { timelineSection } from './sections/timeline.ts';
import { unknownsSection } from './sections/unknowns.ts';
import { webAssets } from './webAssets.ts';

/**
 * The postmortem as one HTML file that needs nothing else: no network, no server, and for reading no scripts. Every
 * text of the bundle is escaped; the page's policy allows exactly the two scripts and the style that it carries.
 */
export function toHtml(bundle: Bundle): string {
  const { early, main, style } = webAssets();
  const sections = allSections(bundle);
  const policy = `default-src 'none'; script-src ${sourceHash(early)} ${sourceHash(main)}; style-src ${sourceHash(style)}; img-src data:; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="${bundle.generator}">
<title>${bundle.title || 'Postmortem draft'}</title>
<style>${trusted(style)}</style>
<script>${trusted(early)}</script>
</head>
<body>
<a class="skip" href="#document">Skip to the document</a>
${topBar(bundle)}
<div class="layout">
${outline(sections)}
<main id="document" tabindex="-1">
${header(bundle)}
${sections.map(sectionMarkup)}
</main>
</div>
<script type="application/json" id="page-data">${trusted(embeddedJson(pageData(bundle)))}</script>
<script type="module">${trusted(main)}</script>
</body>
</html>
`;
  return page.markup;
}

function allSections(bundle: Bundle): SectionText[] {
  const context: PageContext = {
    citations: new Map(bundle.citations.map(citation => [citation.id, citation])),
    date: wallDay(bundle.window.from, utcClock) === wallDay(bundle.window.to, utcClock) ? 'none' : 'short',
  };
  const inContext = [
    summarySection,
    impactSection,
    timelineSection,
    factorsSection,
    unknownsSection,
    actionsSection,
    evidenceSection,
    gapsSection,
    clocksSection,
  ].map(section => section(bundle, context));
  return [...inContext, redactionsSection(bundle), appendixSection(bundle)];
}

function topBar(bundle: Bundle): Markup {
  return html`<header class="bar-top"><a class="brand" href="#document">${icon('mark')}<span>Afterword</span></a><span class="bar-title" aria-hidden="true">${bundle.title}</span><div class="tools" id="tools" role="group" aria-label="Page" hidden></div></header>`;
}

function outline(sections: SectionText[]): Markup {
  const links = sections.map(
    section =>
      html`<li class="outline-${section.id}"><a href="#${section.id}">${section.title}${section.count ? html` <span class="outline-count">${section.count > 999 ? '999+' : section.count}</span>` : undefined}</a></li>`,
  );
  return html`<nav class="outline" aria-label="Sections"><ol>${links}</ol></nav>`;
}

const WINDOW_BASES: Record<Bundle['window']['basis'], string> = {
  given: 'window as given',
  proposed: 'window proposed from the evidence',
  all: 'all of the evidence',
};

function header(bundle: Bundle): Markup {
  const generated = Date.parse(bundle.generatedAt) * 1000;
  return html`<header class="title"><p class="eyebrow"><span class="chip draft">Draft</span> Postmortem, to be reviewed by people</p>
<h1>${bundle.title || 'Untitled incident'}</h1>
<dl class="facts"><div><dt>Window</dt><dd>${windowText(bundle.window)}</dd></div>
<div><dt>Evidence</dt><dd>${counted(bundle.coverage.length, 'file')}, ${counted(bundle.lanes.length, 'source')}, ${counted(bundle.citations.length, 'citation')}</dd></div>
<div><dt>Written</dt><dd>${Number.isFinite(generated) ? dayAndTime(generated, 'min') : bundle.generatedAt} <span class="muted">by ${bundle.generator}</span></dd></div></dl></header>`;
}

function windowText({ from, to, basis }: Bundle['window']): Markup {
  const zone = html`<span class="zone-name">UTC</span>`;
  const why = WINDOW_BASES[basis] ?? basis;
  if (to <= from) return html`${dayAndTime(from, 'min')} ${zone} <span class="muted">${why}</span>`;
  const sameDay = wallDay(from, utcClock) === wallDay(to, utcClock);
  const end = sameDay ? instant(to, 'min', { citations: new Map(), date: 'none' }) : dayAndTime(to, 'min');
  return html`${dayAndTime(from, 'min')} – ${end} ${zone} <span class="muted">${durationText(to - from)}, ${why}</span>`;
}

function sectionMarkup(section: SectionText): Markup {
  return html`<section id="${section.id}" aria-labelledby="${section.id}-title"><h2 id="${section.id}-title">${section.title}<a class="anchor" href="#${section.id}" aria-label="Link to ${section.title}">#</a></h2>
${section.body}
</section>
`;
}

/** Our own text: scripts, style, and JSON in which no tag can begin. */
function trusted(markup: string): Markup {
  return { markup };
}

function embeddedJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
