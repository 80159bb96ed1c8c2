import { ACTIONS, CAUSES, IMPACT, LEARNINGS, SUMMARY, TIMELINE } from './sections.ts';
import type { Template } from './template.ts';

export const short: Template = {
  id: 'short',
  name: 'Short report',
  description: 'Internal and not recurring, or small: one page that keeps what was learned.',
  sections: [
    SUMMARY,
    { ...IMPACT, minimumWords: 6 },
    { ...TIMELINE, isRequired: false, minimumWords: 10 },
    { ...CAUSES, minimumWords: 8 },
    ACTIONS,
    { ...LEARNINGS, isRequired: false, minimumWords: 6 },
  ],
};
