/**
 * Recall on texts that hold a secret, and how many of those that only look like it are touched:
 *
 *     node bench/secrets.ts cases.json.gz [--list]
 *
 * The file holds `{rule, kind: "positive" | "negative", text}[]`, as JSON or gzipped. `--list` prints what went wrong.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { createRedactor } from '../src/core/redaction/redactor.ts';
import { RULES, SECRET_RULES } from '../src/core/redaction/rules/index.ts';

interface Case {
  rule: string;
  kind: 'positive' | 'negative';
  text: string;
}

const path = process.argv[2] ?? new URL('../test/corpus/secrets/cases.json', import.meta.url);
const isListing = process.argv.includes('--list');
const bytes = readFileSync(path);
const cases = JSON.parse((bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString()) as Case[];
const tokenOf = () => 'aaaaaaaa';

for (const [name, rules] of [
  ['rules for secrets', SECRET_RULES],
  ['all rules', RULES],
] as const) {
  const redactor = createRedactor({ tokenOf, rules });
  const wrong = cases.filter(({ kind, text }) => (kind === 'positive') === (redactor.text(text) === text));
  const count = (kind: Case['kind'], among: readonly Case[]) => among.filter(one => one.kind === kind).length;
  const positives = count('positive', cases);
  const negatives = count('negative', cases);
  const found = positives - count('positive', wrong);
  const touched = count('negative', wrong);
  console.log(
    `${name}: ${found} of ${positives} positives hit (${percent(found, positives)}), ${touched} of ${negatives} negatives touched (${percent(touched, negatives)})`,
  );
  if (!isListing) continue;
  for (const { rule, kind, text } of wrong)
    console.log(`  ${kind === 'positive' ? 'missed' : 'touched'} ${rule}: ${text.slice(0, 140)}`);
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
}
