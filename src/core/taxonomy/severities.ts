import type { Term } from './term.ts';

export const SEVERITY_IDS = ['sev1', 'sev2', 'sev3', 'sev4', 'sev5'] as const;
export type Severity = (typeof SEVERITY_IDS)[number];

/** Gravest first. */
export const SEVERITIES = [
  {
    id: 'sev1',
    name: 'SEV1 · critical',
    description:
      'Most customers cannot do what they came for, data is lost or exposed, or safety is at stake. Everyone needed is woken now.',
  },
  {
    id: 'sev2',
    name: 'SEV2 · major',
    description:
      'A main function fails or is very slow for many customers, or an objective is being breached fast. On-call is woken now.',
  },
  {
    id: 'sev3',
    name: 'SEV3 · moderate',
    description:
      'Some customers or a lesser function are affected and there is a way around. Handled the same day, in working hours.',
  },
  {
    id: 'sev4',
    name: 'SEV4 · minor',
    description: 'Hardly noticed outside, or felt by colleagues only. Planned like other work, soon.',
  },
  {
    id: 'sev5',
    name: 'SEV5 · notice',
    description:
      'No effect yet: a near miss, a weakness found, a drill. Recorded so that something is learned.',
  },
] as const satisfies readonly Term<Severity>[];
