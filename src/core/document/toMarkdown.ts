import type { Bundle } from './bundle.ts';
import { BODIES } from './markdown/bodies.ts';
import { escapeText } from './markdown/escape.ts';
import { citedIn, coverageTable, evidenceAppendix } from './markdown/evidence.ts';
import { section } from './markdown/parts.ts';
import { stamp } from './markdown/times.ts';

const SECTIONS = [
  ['TL;DR', BODIES.summary],
  ['Impact', BODIES.impact],
  ['Timeline', BODIES.timeline],
  ['Contributing factors (hypotheses)', BODIES.factors],
  ['What is not known', BODIES.unknowns],
  ['Proposed actions', BODIES.actions],
  ['Gaps in the evidence', BODIES.gaps],
  ['Clocks', BODIES.clocks],
  ['Redactions', BODIES.redactions],
] as const;

/** The draft as `postmortem.md`: GitHub-flavoured, every citation a link into the appendix, nothing in it active. */
export function toMarkdown(bundle: Bundle): string {
  const body = [
    `# ${escapeText(bundle.title)}`,
    `*Draft, ${escapeText(bundle.generatedAt)}, by ${escapeText(bundle.generator)}. From ${stamp(bundle.window.from)} to ${stamp(bundle.window.to)}. All times UTC. A person decides what stays.*`,
    ...SECTIONS.map(([title, write]) => section(title, write(bundle))),
  ];
  const appendix = evidenceAppendix(bundle, citedIn(body.join('\n')));
  return `${[...body, section('Sources', coverageTable(bundle)), section('Evidence', appendix)].filter(part => part !== '').join('\n\n')}\n`;
}
