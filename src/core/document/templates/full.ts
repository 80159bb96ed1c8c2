import {
  ACTIONS,
  CAUSES,
  EVIDENCE,
  IMPACT,
  LEARNINGS,
  SUMMARY,
  TIMELINE,
  UNKNOWNS,
  VALIDATION,
} from './sections.ts';
import type { Template } from './template.ts';

export const full: Template = {
  id: 'full',
  name: 'Full postmortem',
  description: 'Customers were affected and an objective was breached, or there is much to understand.',
  sections: [
    SUMMARY,
    IMPACT,
    TIMELINE,
    {
      id: 'response',
      title: 'Detection and response',
      guidance:
        'How it was noticed and by whom, what was tried, what helped, what slowed people down, and how service came back.',
      isRequired: true,
      minimumWords: 12,
      filledBy: [],
    },
    CAUSES,
    ACTIONS,
    VALIDATION,
    LEARNINGS,
    UNKNOWNS,
    EVIDENCE,
  ],
};
