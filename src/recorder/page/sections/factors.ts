import type { Bundle, Suspect } from '../../../core/document/bundle.ts';
import { html, type Markup } from '../html.ts';
import {
  bar,
  cites,
  counted,
  instant,
  nothing,
  type PageContext,
  prose,
  type SectionText,
  sentence,
} from '../parts.ts';

/** Suspects in full view; weaker ones are a click away. */
const FEW_SUSPECTS = 5;

/** Contributing factors: what may have led here, how to find out, and the suspects behind it. */
export function factorsSection(bundle: Bundle, context: PageContext): SectionText {
  const hypotheses = bundle.hypotheses.map(
    item =>
      html`<li class="hypothesis"><p>${sentence(item.statement, context)}${suspectLink(item.suspect)}</p><p class="proof"><span class="proof-label">To find out</span> ${prose(item.test)}</p></li>`,
  );
  const scores = bundle.suspects.flatMap(({ score, signals }) => [
    score,
    ...signals.map(signal => signal.score),
  ]);
  const most = scores.reduce((high, score) => Math.max(high, score || 0), 0);
  const suspects = bundle.suspects.map(suspect => suspectCard(suspect, most, context));
  const [few, rest] = [suspects.slice(0, FEW_SUSPECTS), suspects.slice(FEW_SUSPECTS)];
  const body = html`${hypotheses.length > 0 ? html`<p class="lead">Hypotheses, for people to confirm or refute.</p><ol class="hypotheses">${hypotheses}</ol>` : undefined}
${suspects.length > 0 ? html`<h3>Suspects</h3><ol class="suspects">${few}</ol>` : undefined}
${rest.length > 0 ? html`<details class="weaker"><summary>${counted(rest.length, 'weaker suspect')}</summary><ol class="suspects">${rest}</ol></details>` : undefined}
${hypotheses.length + suspects.length === 0 ? nothing('Nothing in the evidence points at a cause. Metrics, traces and a deploy history from before the impact help most.') : undefined}`;
  return { id: 'factors', title: 'Contributing factors', count: bundle.hypotheses.length, body };
}

function suspectLink(rank: number | null): Markup | undefined {
  return rank === null ? undefined : html` <a class="muted" href="#suspect-${rank}">suspect ${rank}</a>`;
}

/** Bars are relative to `most`, the best score of all: scores compare inside one list only. */
function suspectCard(suspect: Suspect, most: number, context: PageContext): Markup {
  const score = outOf100(suspect.score);
  const signals = suspect.signals.map(
    signal =>
      html`<tr><td class="signal-from">${signal.from}</td><td class="signal-score">${bar(signal.score / most, `${outOf100(signal.score)} of 100`)}</td><td>${signal.text}${cites(signal.cites, context)}</td></tr>`,
  );
  return html`<li class="suspect" id="suspect-${suspect.rank}"><div class="suspect-head"><span class="rank">${suspect.rank}</span><h4>${suspect.service || 'Unnamed service'}${suspect.component ? html` <span class="muted">${suspect.component}</span>` : undefined}</h4><span class="chip">${suspect.kind.replaceAll('-', ' ')}</span><span class="score">${bar(suspect.score / most, `Score ${score} of 100`)}<b>${score}</b></span></div>
<p>${suspect.reason}${cites(suspect.cites, context)}${suspect.from === null ? undefined : html` <span class="muted">from ${instant(suspect.from, 's', context)}</span>`}</p>
${signals.length > 0 ? html`<table class="signals"><thead class="visually-hidden"><tr><th scope="col">Signal</th><th scope="col">Score</th><th scope="col">What it shows</th></tr></thead><tbody>${signals}</tbody></table>` : undefined}</li>`;
}

function outOf100(score: number): string {
  return Number.isFinite(score) ? String(Math.round(score * 100)) : '–';
}
