import type { CauseClass } from '../taxonomy/causeClasses.ts';
import type { UseCase } from '../taxonomy/useCases.ts';
import type { Decision } from './decision.ts';

/** What the incident is filed under; terms of an organisation's own suggest nothing by themselves. */
export interface Filing {
  causeClass: string | null;
  useCase: string | null;
  isHarmless?: boolean | undefined;
}

const BY_USE_CASE: Readonly<Record<UseCase, string | null>> = {
  'api-outage': null,
  'database-failover': null,
  'scheduler-stall': null,
  'credential-rotation': 'change',
  'third-party-outage': 'vendor',
  'cost-spike': 'cost',
  'security-incident': 'security',
  'upgrade-regression': 'change',
  'feature-flag-chain': 'change',
  'cold-starts': null,
};

const BY_CAUSE: Partial<Readonly<Record<CauseClass, string>>> = {
  code: 'change',
  configuration: 'change',
  'third-party': 'vendor',
  security: 'security',
};

/** Id of the template to open a postmortem from, or null where none is to be written. */
export function suggestTemplate(
  kind: Decision['kind'],
  { causeClass, useCase, isHarmless }: Filing,
): string | null {
  if (kind === 'none') return null;
  if (kind === 'security') return 'security';
  const byUse = lookUp(BY_USE_CASE, useCase);
  if (kind === 'short') {
    if (isHarmless) return 'near-miss';
    return byUse === 'security' || byUse === 'cost' ? byUse : 'short';
  }
  return byUse ?? lookUp(BY_CAUSE, causeClass) ?? 'full';
}

const lookUp = (table: Readonly<Record<string, string | null>>, key: string | null): string | null =>
  key !== null && Object.hasOwn(table, key) ? (table[key] ?? null) : null;
