import type { Bundle } from '../bundle.ts';
import { citedIn, evidenceAppendix } from '../markdown/evidence.ts';
import { paragraphs } from '../markdown/parts.ts';
import { FILLS } from './fills.ts';
import type { Template } from './template.ts';

export interface FilledSection {
  id: string;
  title: string;
  /** Markdown without the section's heading; `''` where nothing is known yet. */
  markdown: string;
}

export interface FilledTemplate {
  sections: FilledSection[];
  /** The evidence that the sections cite, as Markdown for a document that stands alone; `''` without a draft. */
  appendix: string;
}

/** The template's sections with what the draft knows. Guidance is never part of the text; without a draft all are empty. */
export function fillTemplate(template: Template, bundle: Bundle | null): FilledTemplate {
  const sections = template.sections.map(({ id, title, filledBy }) => ({
    id,
    title,
    markdown: bundle === null ? '' : paragraphs(...filledBy.map(fill => FILLS[fill](bundle))),
  }));
  const used = citedIn(sections.map(({ markdown }) => markdown).join('\n'));
  return {
    sections,
    appendix: bundle === null || used.size === 0 ? '' : evidenceAppendix(bundle, used),
  };
}
