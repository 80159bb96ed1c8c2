import { ACTIONS, CAUSES, LEARNINGS, SUMMARY, TIMELINE } from './sections.ts';
import type { Template } from './template.ts';

export const nearMiss: Template = {
  id: 'near-miss',
  name: 'Near miss',
  description: 'Nothing broke, but it nearly did.',
  sections: [
    SUMMARY,
    {
      id: 'what-could-have-happened',
      title: 'What could have happened',
      guidance: 'Who would have been hit and how hard, had one thing more gone wrong.',
      isRequired: true,
      minimumWords: 10,
      filledBy: [],
    },
    {
      id: 'what-stopped-it',
      title: 'What stopped it',
      guidance: 'The safeguard, the person or the luck that kept it from happening. Say if it was luck.',
      isRequired: true,
      minimumWords: 10,
      filledBy: [],
    },
    { ...TIMELINE, isRequired: false, minimumWords: 10 },
    { ...CAUSES, minimumWords: 8 },
    ACTIONS,
    { ...LEARNINGS, minimumWords: 8 },
  ],
};
