import type { Term } from './term.ts';

/** The kinds of incident that organisations meet again and again. */
export const USE_CASES = [
  {
    id: 'api-outage',
    name: 'API outage',
    description: 'A public or internal API fails or answers with errors.',
  },
  {
    id: 'database-failover',
    name: 'Database failover',
    description: 'A replica is promoted, or should have been; data may disagree.',
  },
  {
    id: 'scheduler-stall',
    name: 'Scheduler stall',
    description: 'Work is accepted but not placed: pods pending, queues standing.',
  },
  {
    id: 'credential-rotation',
    name: 'Credential rotation',
    description: 'A key, certificate or secret changed or ran out, and something still used the old one.',
  },
  {
    id: 'third-party-outage',
    name: 'Third-party outage',
    description: 'Somebody else’s service is down, and ours with it.',
  },
  {
    id: 'cost-spike',
    name: 'Cost spike',
    description: 'Spending rises far above plan without being meant to.',
  },
  {
    id: 'security-incident',
    name: 'Security incident',
    description: 'Access, exposure or tampering that nobody allowed, or its suspicion.',
  },
  {
    id: 'upgrade-regression',
    name: 'Regression after an upgrade',
    description: 'A new version of a library, platform or tool is slower or wrong.',
  },
  {
    id: 'feature-flag-chain',
    name: 'Feature-flag chain',
    description: 'Flags in several services disagree, or one flip sets off others.',
  },
  {
    id: 'cold-starts',
    name: 'Cold starts',
    description: 'Instances that must first start make a peak slow.',
  },
] as const satisfies readonly Term[];

export type UseCase = (typeof USE_CASES)[number]['id'];
