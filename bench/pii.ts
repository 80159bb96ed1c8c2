/**
 * Recall by kind, and words lost, of the personal-data rules on annotated sentences:
 *
 *     node bench/pii.ts sentences.json
 *
 * The file is the project's own shape (`AnnotatedText[]`) or presidio-research's (`full_text`, `spans` with
 * `entity_type`, `start_position`, `end_position`).
 */
import { readFileSync } from 'node:fs';
import { createFinder } from '../src/core/redaction/finder.ts';
import { RULES } from '../src/core/redaction/rules/index.ts';
import { type AnnotatedText, scorePersonalData } from '../test/harness/scorePersonalData.ts';

interface PresidioSentence {
  full_text: string;
  spans: readonly { entity_type: string; start_position: number; end_position: number }[];
}

const path = process.argv[2] ?? new URL('../test/corpus/pii/sentences.json', import.meta.url);
const sentences = JSON.parse(readFileSync(path, 'utf8')) as (AnnotatedText | PresidioSentence)[];
const texts = sentences.map(sentence =>
  'text' in sentence
    ? sentence
    : {
        text: sentence.full_text,
        spans: sentence.spans.map(
          span => [span.entity_type, span.start_position, span.end_position] as const,
        ),
      },
);

const score = scorePersonalData(texts, createFinder(RULES));
for (const [kind, { found, all }] of [...score.recall].sort()) {
  console.log(
    `${kind.padEnd(20)} ${String(found).padStart(5)} / ${String(all).padEnd(5)} ${percent(found, all)}`,
  );
}
console.log(
  `${'words lost'.padEnd(20)} ${String(score.lost.length).padStart(5)} / ${String(score.words).padEnd(5)} ${percent(score.lost.length, score.words)}`,
);

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
}
