import { ACTIONS, CAUSES, EVIDENCE, IMPACT, LEARNINGS, SUMMARY, TIMELINE, VALIDATION } from './sections.ts';
import type { Template } from './template.ts';

export const change: Template = {
  id: 'change',
  name: 'Change or release',
  description: 'A deploy, migration, upgrade, flag or configuration change set it off.',
  sections: [
    SUMMARY,
    IMPACT,
    {
      id: 'change',
      title: 'The change',
      guidance:
        'What was changed and why, how it was reviewed, tested and rolled out, and how far it had come when trouble began.',
      isRequired: true,
      minimumWords: 12,
      filledBy: [],
    },
    TIMELINE,
    CAUSES,
    {
      id: 'rollback',
      title: 'Rolling back',
      guidance:
        'How it was undone or fixed forward, how long that took, and what stood in the way of doing it sooner or by itself.',
      isRequired: true,
      minimumWords: 10,
      filledBy: [],
    },
    ACTIONS,
    VALIDATION,
    LEARNINGS,
    EVIDENCE,
  ],
};
