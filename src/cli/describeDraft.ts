import { join } from 'node:path';
import type { Bundle } from '../core/document/bundle.ts';

/** What a person wants to know when a draft is ready: what it says first, and where it is. */
export function describeDraft(
  out: string,
  { title, summary, moments, suspects, gaps, coverage, redactions }: Bundle,
): string {
  const records = coverage.reduce((sum, row) => sum + row.records, 0);
  const read = coverage.filter(({ skipped }) => skipped === '').length;
  const replaced = redactions.reduce((sum, { replacements }) => sum + replacements, 0);
  const first = suspects[0];
  return [
    title,
    '',
    ...summary.map(({ text }) => `  ${text}`),
    '',
    `  ${records} records from ${read} of ${coverage.length} files · ${moments.filter(({ kept }) => kept).length} moments kept of ${moments.length} · ${gaps.length} gaps · ${replaced} values redacted`,
    ...(first ? [`  first suspect: ${first.service} (${first.kind}): ${first.reason}`] : []),
    '',
    `  read it:    ${join(out, 'postmortem.html')}`,
    `  edit it:    ${join(out, 'postmortem.md')}`,
    `  check it:   afterword verify ${out}`,
    '',
  ].join('\n');
}
