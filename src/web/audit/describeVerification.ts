import type { InferContractRouterOutputs } from '@orpc/contract';
import type { audit } from '../../contract/audit.ts';
import { t } from '../messages/index.ts';

type Verification = InferContractRouterOutputs<typeof audit>['verify'];

const headlineOf = ({ firstBad, checkpoint }: Verification): string => {
  if (firstBad?.before) return t.audit.verify.badBetween(firstBad.index, firstBad.before);
  if (firstBad) return t.audit.verify.bad(firstBad.index);
  return checkpoint ? t.audit.verify.good : t.audit.verify.young;
};

/** What a check of the log found, in sentences: the finding first, then what it rests on. */
export function describeVerification(found: Verification) {
  const { entries, proven, erased, firstBad, checkpoint } = found;
  const newer = entries - proven;
  return {
    outcome: firstBad ? ('bad' as const) : checkpoint ? ('good' as const) : ('young' as const),
    headline: headlineOf(found),
    lines: [
      firstBad?.reason,
      t.audit.verify.entries(entries),
      checkpoint && t.audit.verify.proven(proven),
      checkpoint && !firstBad && newer > 0 && t.audit.verify.newer(newer),
      erased > 0 && t.audit.verify.erased(erased),
    ].filter(line => typeof line === 'string'),
  };
}
