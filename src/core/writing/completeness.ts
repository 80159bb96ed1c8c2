import type { Template, TemplateSection } from '../document/templates/template.ts';
import { type Meaning, meaningOf } from './meaningOf.ts';

/** The text of one section, as Markdown; sections whose content is data are given as the Markdown that shows it. */
export interface SectionText {
  id: string;
  markdown: string;
}

export interface SectionCompleteness {
  id: string;
  title: string;
  isRequired: boolean;
  /** 0…1: different words that say something, of those that the section needs. */
  filled: number;
  words: number;
  minimumWords: number;
  /** Why it is not full, and what was not counted; `''` when full. */
  reason: string;
}

export interface Completeness {
  /** 0…1: the mean over required sections (over all where none is required). */
  total: number;
  sections: SectionCompleteness[];
}

/**
 * How much of a postmortem is really written (M6). Filler, copied guidance, headings and repetition count nothing, so
 * adding them never raises a share; adding a real sentence never lowers one.
 */
export function measureCompleteness(
  template: Pick<Template, 'sections'>,
  texts: readonly SectionText[],
): Completeness {
  const guidance = template.sections.flatMap(({ title, guidance: text }) => [title, text]);
  const written = new Map(texts.map(({ id, markdown }) => [id, markdown]));
  const sections = template.sections.map(section =>
    measure(section, written.get(section.id) ?? '', guidance),
  );
  const counted = sections.some(({ isRequired }) => isRequired)
    ? sections.filter(({ isRequired }) => isRequired)
    : sections;
  const sum = counted.reduce((total, { filled }) => total + filled, 0);
  return { total: counted.length === 0 ? 0 : sum / counted.length, sections };
}

function measure(
  section: TemplateSection,
  markdown: string,
  guidance: readonly string[],
): SectionCompleteness {
  const { id, title, isRequired } = section;
  const minimumWords = Math.max(1, section.minimumWords);
  const meaning = meaningOf(markdown, guidance);
  const words = meaning.words.size;
  const filled = Math.min(1, words / minimumWords);
  return {
    id,
    title,
    isRequired,
    filled,
    words,
    minimumWords,
    reason: filled === 1 ? '' : reasonFor(meaning, minimumWords),
  };
}

function reasonFor({ words, leftOut }: Meaning, least: number): string {
  if (words.size > 0)
    return `${words.size} of about ${least} words that say something. Say more, in your own words.${notCounted(leftOut)}`;
  if (leftOut.length === 0) return 'Nothing is written here yet.';
  if (leftOut.every(({ as }) => as === 'guidance'))
    return 'Only the template’s own guidance stands here. Replace it.';
  return `Nothing here says what happened.${notCounted(leftOut)}`;
}

const LONGEST_QUOTE = 40;

function notCounted(leftOut: Meaning['leftOut']): string {
  const example = leftOut.find(({ as }) => as !== 'label') ?? leftOut[0];
  if (example === undefined) return '';
  const { sentence } = example;
  return ` Not counted: “${sentence.length > LONGEST_QUOTE ? `${sentence.slice(0, LONGEST_QUOTE)}…` : sentence}”.`;
}
