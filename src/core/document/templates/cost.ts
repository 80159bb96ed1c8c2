import { ACTIONS, CAUSES, EVIDENCE, LEARNINGS, SUMMARY, TIMELINE, VALIDATION } from './sections.ts';
import type { Template } from './template.ts';

export const cost: Template = {
  id: 'cost',
  name: 'Cost spike',
  description: 'Spending rose far above plan without being meant to.',
  sections: [
    SUMMARY,
    {
      id: 'impact',
      title: 'Cost in numbers',
      guidance:
        'What was spent against plan, per day and in all, on which account, service and resource; cost per request or per customer before and after; what can be claimed back.',
      isRequired: true,
      minimumWords: 10,
      filledBy: ['impact'],
    },
    TIMELINE,
    { ...CAUSES, title: 'What drove it' },
    {
      id: 'guardrails',
      title: 'Budgets and guardrails',
      guidance:
        'Which budget, alert, quota or review should have caught it, why it did not, and how late it was noticed.',
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
