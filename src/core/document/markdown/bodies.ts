import { spell } from '../../timeline/moment.ts';
import type { Bundle, Moment } from '../bundle.ts';
import { momentKind } from '../momentKinds.ts';
import { codeCell, codeSpan, escapeText, withCode } from './escape.ts';
import { bullets, citeLinks, paragraphs, sentence, table } from './parts.ts';
import { stamp, uncertainty } from './times.ts';

const impact = ({ impact: { sentences, figures } }: Bundle): string =>
  paragraphs(
    bullets(sentences.map(sentence)),
    table(
      ['figure', 'value', 'evidence'],
      figures.map(({ label, value, cites }) => [
        escapeText(label),
        escapeText(value),
        citeLinks(cites, 3).trim(),
      ]),
    ),
  );

function timeline({ moments, phases }: Bundle): string {
  const kept = moments.filter(moment => moment.kept);
  const rest = moments.length - kept.length;
  const isCompared = kept.filter(moment => moment.uncertaintyUs !== null).length > kept.length / 2;
  return paragraphs(
    phases.length < 2
      ? ''
      : `Phases: ${phases.map(phase => `${phase.name} ${spell(phase.to - phase.from)}`).join(', ')}.`,
    table(
      ['time (UTC)', '±', 'what', 'where', 'evidence'],
      kept.map(moment => row(moment, isCompared)),
    ),
    kept.every(moment => moment.uncertaintyUs !== null)
      ? ''
      : isCompared
        ? '± ? means that this clock could not be compared with another.'
        : 'Most clocks could not be compared with others: those times are as their sources wrote them.',
    rest > 0 ? `${rest} more moments are in \`bundle.json\` and on the page.` : '',
  );
}

/** A row of the timeline; where most clocks were not compared, a mark on each would say nothing. */
function row(moment: Moment, isCompared: boolean): string[] {
  const until =
    moment.until === undefined || moment.until <= moment.at
      ? ''
      : ` *(for ${spell(moment.until - moment.at)})*`;
  const isTurn = moment.confidence !== undefined;
  const title = escapeText(moment.title);
  const lead = isTurn
    ? `**${momentKind(moment.kind).label}** (${Math.round(moment.confidence! * 100)} %): `
    : '';
  return [
    stamp(moment.at),
    moment.uncertaintyUs === null && !isCompared ? '' : uncertainty(moment.uncertaintyUs),
    `${lead}${title}${until}<br>${escapeText(moment.reason)}`,
    escapeText(moment.service || moment.source),
    citeLinks(moment.cites, 3).trim(),
  ];
}

const factors = ({ hypotheses, suspects }: Bundle): string =>
  paragraphs(
    ...hypotheses.map(({ statement, suspect, test }, i) => {
      const signals = suspects.find(one => one.rank === suspect)?.signals ?? [];
      return [
        `${i + 1}. ${sentence(statement)}`,
        ...signals
          .slice(0, 4)
          .map(signal => `   - ${escapeText(`${signal.from}: ${signal.text}`)}${citeLinks(signal.cites, 3)}`),
        `   - *Test:* ${escapeText(test)}`,
      ].join('\n');
    }),
  );

const actions = ({ actions: all }: Bundle): string =>
  table(
    ['action', 'kind', 'done when', 'because'],
    all.map(({ title, kind, verification, because }) => [
      escapeText(title),
      kind,
      withCode(verification),
      sentence(because),
    ]),
  );

const MOST_GAPS = 40;

const gaps = ({ gaps: all }: Bundle): string =>
  paragraphs(
    bullets(
      all
        .slice(0, MOST_GAPS)
        .map(
          gap =>
            `**${gap.kind}** ${escapeText(gap.text)}${gap.from === undefined ? '' : ` (${stamp(gap.from)})`}${citeLinks(gap.cites, 3)}`,
        ),
    ),
    all.length > MOST_GAPS ? `${all.length - MOST_GAPS} more are in \`bundle.json\`.` : '',
  );

const MOST_CLOCKS = 12;

function clocks({ clocks: { reference, clocks: all } }: Bundle): string {
  const compared = all.filter(({ state }) => state !== 'unknown');
  const alone = all.filter(({ state }) => state === 'unknown').map(({ clock }) => codeSpan(clock));
  return paragraphs(
    reference === '' ? '' : `Reference: ${codeSpan(reference)}.`,
    table(
      ['clock', 'state', 'correction', '±', 'drift', 'records', 'note'],
      compared.map(({ clock, state, segments, records, note }) => {
        const [first] = segments;
        return [
          codeCell(clock),
          state,
          first === undefined
            ? 'none'
            : `${first.offsetUs < 0 ? '−' : '+'}${spell(Math.abs(first.offsetUs))}${segments.length > 1 ? ` (${segments.length} pieces)` : ''}`,
          first === undefined ? '?' : spell(first.uncertaintyUs),
          first === undefined ? '' : `${first.driftPpm.toFixed(1)} ppm`,
          String(records),
          escapeText(note),
        ];
      }),
    ),
    alone.length === 0
      ? ''
      : `Not compared with any other, and left as they are (${alone.length}): ${alone.slice(0, MOST_CLOCKS).join(', ')}${alone.length > MOST_CLOCKS ? ' …' : ''}.`,
  );
}

const redactions = ({ redactions: all }: Bundle): string =>
  table(
    ['rule', 'kind', 'replacements', 'distinct values'],
    all.map(({ rule, kind, replacements, values }) => [
      codeCell(rule),
      escapeText(kind),
      String(replacements),
      String(values),
    ]),
  );

const validation = ({ actions: all }: Bundle): string =>
  bullets(all.map(({ title, verification }) => `${escapeText(title)}: ${withCode(verification)}`));

/** What a draft says, part by part, as Markdown without headings; `''` where it has nothing to say. */
export const BODIES = {
  summary: ({ summary }: Bundle) => bullets(summary.map(sentence)),
  impact,
  timeline,
  factors,
  unknowns: ({ unknowns }: Bundle) => bullets(unknowns.map(sentence)),
  actions,
  validation,
  gaps,
  clocks,
  redactions,
} as const satisfies Record<string, (bundle: Bundle) => string>;
