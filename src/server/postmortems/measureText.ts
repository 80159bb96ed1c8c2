import type { Fill } from '../../core/document/templates/fills.ts';
import type { TemplateSection } from '../../core/document/templates/template.ts';
import { measureCompleteness } from '../../core/writing/completeness.ts';
import type { MeasuredSection } from './store.ts';
import type { TemplateCopy } from './templateStore.ts';

/** What a postmortem says outside its text, by the draft's part that it takes the place of: one line each. */
export type RecordedLines = Readonly<Partial<Record<Fill, readonly string[]>>>;

interface Text {
  template: TemplateCopy;
  sections: readonly { id: string; title: string; markdown: string }[];
  recorded: RecordedLines;
}

/**
 * Measures a postmortem (M6): percent of what its template asks for, and each section by itself. Actions and findings
 * count where the template has the section for them. A section of the template that was taken out counts as empty.
 */
export function measureText({ template, sections, recorded }: Text): {
  completeness: number;
  measured: MeasuredSection[];
} {
  const known = new Map(template.sections.map(section => [section.id, section]));
  const added = sections.filter(({ id }) => !known.has(id)).map(asSection);
  const texts = sections.map(({ id, markdown }) => ({
    id,
    markdown: [markdown, ...linesFor(known.get(id), recorded)].join('\n\n'),
  }));
  const { total, sections: judged } = measureCompleteness(
    { sections: [...template.sections, ...added] },
    texts,
  );
  return {
    completeness: Math.floor(total * 100),
    measured: judged.map(({ id, filled, reason }) => ({ id, filled, reason })),
  };
}

const linesFor = (section: TemplateSection | undefined, recorded: RecordedLines): string[] =>
  (section?.filledBy ?? []).flatMap(fill => (recorded[fill] ?? []).map(line => `- ${line}`));

/** A section that people added asks for nothing. */
const asSection = ({ id, title }: { id: string; title: string }): TemplateSection => ({
  id,
  title,
  guidance: '',
  isRequired: false,
  minimumWords: 1,
  filledBy: [],
});
