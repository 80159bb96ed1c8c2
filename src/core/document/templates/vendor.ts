import { ACTIONS, CAUSES, EVIDENCE, IMPACT, LEARNINGS, SUMMARY, TIMELINE, VALIDATION } from './sections.ts';
import type { Template } from './template.ts';

export const vendor: Template = {
  id: 'vendor',
  name: 'Vendor outage',
  description: 'Somebody else’s service failed, and ours with it.',
  sections: [
    SUMMARY,
    IMPACT,
    TIMELINE,
    {
      id: 'vendor',
      title: 'The vendor',
      guidance:
        'Which vendor and service, what they said and when, the ticket, what the contract promises, and what is claimed from them.',
      isRequired: true,
      minimumWords: 10,
      filledBy: [],
    },
    {
      ...CAUSES,
      title: 'Why it reached our users',
      guidance:
        'What the vendor says was wrong, and which conditions on our side let it through: no fallback, no time-out, no copy, no warning.',
    },
    {
      id: 'fallback',
      title: 'Living without it',
      guidance:
        'What worked and what did not while the vendor was away, and what users should get the next time.',
      isRequired: true,
      minimumWords: 10,
      filledBy: [],
    },
    ACTIONS,
    VALIDATION,
    { ...LEARNINGS, isRequired: false },
    EVIDENCE,
  ],
};
