import { durationText } from '../../../core/chart/durationText.ts';
import type { Bundle, Moment } from '../../../core/document/bundle.ts';
import { momentKind } from '../../../core/document/momentKinds.ts';
import { html, type Markup } from '../html.ts';
import { cites, count, instant, nothing, type PageContext, type SectionText } from '../parts.ts';
import { staticTimeline } from '../staticTimeline.ts';

/** The interactive timeline's place, a still picture of it for paper, and the table of moments that both show. */
export function timelineSection(bundle: Bundle, context: PageContext): SectionText {
  const moments = bundle.moments.toSorted((a, b) => a.at - b.at);
  const kept = moments.filter(moment => moment.kept).length;
  const origin = moments.find(moment => moment.kind === 'impact-start')?.at;
  const isCompared =
    moments.filter(({ uncertaintyUs }) => uncertaintyUs !== null).length > moments.length / 2;
  const rows = moments.map(moment => momentRow(moment, { origin, isCompared, context }));
  const hasPicture = moments.length + bundle.events.length + bundle.lanes.length > 0;
  const body = html`${hasPicture ? html`<div id="timeline-view" class="timeline" hidden></div><figure class="still">${staticTimeline(bundle)}</figure>` : undefined}
${moments.length > 0 ? momentsTable(rows, kept, origin !== undefined) : nothing('No moment stood out. Widen the window with --from and --to, or add evidence.')}`;
  return { id: 'timeline', title: 'Timeline', count: kept, body };
}

function momentsTable(rows: Markup[], kept: number, hasOrigin: boolean): Markup {
  const rest = rows.length - kept;
  return html`<div class="moments-head"><h3 id="moments-title">Moments</h3><p class="muted" id="moments-count">${count(kept)} kept of ${count(rows.length)}</p>${rest > 0 ? html`<button type="button" id="show-all" aria-pressed="false" aria-controls="moments" hidden>Show all ${count(rows.length)}</button>` : undefined}</div>
<table id="moments" class="moments" aria-labelledby="moments-title"><thead><tr><th scope="col">Time</th><th scope="col" class="since">${hasOrigin ? html`<abbr title="Time since impact began">T+</abbr>` : html`<span class="visually-hidden">Since impact began</span>`}</th><th scope="col">Moment</th><th scope="col" class="where">Where</th></tr></thead><tbody>${rows}</tbody></table>`;
}

interface RowScene {
  origin: number | undefined;
  /** Whether most clocks were compared, so that one that was not is worth a word. */
  isCompared: boolean;
  context: PageContext;
}

function momentRow(moment: Moment, { origin, isCompared, context }: RowScene): Markup {
  const { label, family } = momentKind(moment.kind);
  const length = moment.until
    ? html` <span class="muted">for ${durationText(moment.until - moment.at)}</span>`
    : undefined;
  const sure =
    moment.confidence === undefined
      ? undefined
      : html` <span class="sure">${Math.round(moment.confidence * 100)} % sure</span>`;
  const doubt =
    moment.uncertaintyUs === null
      ? isCompared
        ? 'clock not compared'
        : ''
      : `± ${durationText(moment.uncertaintyUs)}`;
  const since = origin === undefined ? '' : sinceText(moment.at - origin);
  return html`<tr id="${moment.id}" class="moment ${family} ${moment.kind}${moment.kept ? '' : ' more'}"><td class="when">${instant(moment.at, 'ms', context)}${doubt === '' ? undefined : html`<span class="doubt">${doubt}</span>`}</td><td class="since">${since}</td><td class="what"><span class="mark" aria-hidden="true"></span><span class="kind">${label}</span> <a class="moment-title" dir="auto" href="#${moment.id}">${moment.title}</a>${cites(moment.cites, context)}${length}${sure}<span class="reason" dir="auto">${moment.reason}</span></td><td class="where" title="${moment.source}"><bdi>${moment.service || moment.source}</bdi></td></tr>`;
}

function sinceText(length: number): string {
  if (length === 0) return '0';
  const text = durationText(Math.round(length / 1_000_000) * 1_000_000);
  return length > 0 ? `+${text}` : text;
}
