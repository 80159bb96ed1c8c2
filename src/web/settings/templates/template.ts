import type { z } from 'zod';
import type { template, templateSection } from '../../../contract/templates.ts';

export type Template = z.infer<typeof template>;
export type TemplateSection = z.infer<typeof templateSection>;

/** A section while it is edited: `key` tells it apart while its id and place change. */
export interface DraftSection extends TemplateSection {
  key: number;
}
