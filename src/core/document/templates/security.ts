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

export const security: Template = {
  id: 'security',
  name: 'Security incident',
  description:
    'Access, exposure or tampering that nobody allowed. Restricted; security and legal read it first.',
  sections: [
    SUMMARY,
    {
      id: 'exposure',
      title: 'What was exposed',
      guidance:
        'Which data, systems and credentials could be reached, which were, and how that is known. Keep live secrets and ways to repeat it out of the text.',
      isRequired: true,
      minimumWords: 12,
      filledBy: [],
    },
    IMPACT,
    TIMELINE,
    {
      id: 'containment',
      title: 'Containment and recovery',
      guidance:
        'How access was cut off, what was revoked, rotated, rebuilt or restored, and how it is known that nobody is inside any more.',
      isRequired: true,
      minimumWords: 12,
      filledBy: [],
    },
    { ...CAUSES, title: 'How it was possible' },
    {
      id: 'notification',
      title: 'Duties and notifications',
      guidance:
        'Who must be told (authorities, customers, partners), by when, who decided so, and what has been sent.',
      isRequired: true,
      minimumWords: 8,
      filledBy: [],
    },
    {
      id: 'custody',
      title: 'Evidence and custody',
      guidance: 'What was preserved, where, by whom, and who has opened it since.',
      isRequired: false,
      minimumWords: 6,
      filledBy: EVIDENCE.filledBy,
    },
    ACTIONS,
    VALIDATION,
    LEARNINGS,
    UNKNOWNS,
  ],
};
