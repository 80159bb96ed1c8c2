import type { Remark } from '../remark.ts';
import { checkActionTitle } from '../writing/checkActionTitle.ts';
import { checkVerification, type VerificationPlan } from './verification.ts';

/** What a reviewer looks at in an action. */
export interface ActionPromise {
  title: string;
  hasOwner: boolean;
  hasDueDay: boolean;
  verification: VerificationPlan | null;
}

/** What a reviewer would object to: a vague title, nobody to answer for it, no day, no proof. All are warnings until a review refuses them. */
export function checkAction({ title, hasOwner, hasDueDay, verification }: ActionPromise): Remark[] {
  return [
    ...checkActionTitle(title),
    ...(hasOwner ? [] : [missing('owner', 'Nobody owns it. Choose the one person who answers for it.')]),
    ...(hasDueDay ? [] : [missing('due', 'It has no due day. Set the day by which it will be in place.')]),
    ...(verification === null
      ? [
          missing(
            'verification',
            'Nothing proves it. Choose how it will be verified: a query, a test, a drill, a canary or a sign-off.',
          ),
        ]
      : checkVerification(verification).map(remark => ({ ...remark, level: 'warning' as const }))),
  ];
}

const missing = (on: string, text: string): Remark => ({ level: 'warning', code: `${on}-missing`, on, text });
