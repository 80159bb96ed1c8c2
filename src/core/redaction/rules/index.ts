import type { RedactionRule } from '../rule.ts';
import { AI_RULES } from './ai.ts';
import { CLOUD_RULES } from './cloud.ts';
import { CODE_HOSTING_RULES } from './codeHosting.ts';
import { CREDENTIAL_RULES } from './credentials.ts';
import { GENERIC_RULES } from './generic.ts';
import { KEY_BLOCK_RULES } from './keyBlocks.ts';
import { MESSAGING_RULES } from './messaging.ts';
import { OBSERVABILITY_RULES } from './observability.ts';
import { PAYMENT_KEY_RULES } from './payment.ts';
import { PERSONAL_RULES } from './pii.ts';
import { SERVICE_RULES } from './services.ts';

/** Secrets: keys, tokens, passwords, credentials of every kind. */
export const SECRET_RULES: readonly RedactionRule[] = [
  ...AI_RULES,
  ...CLOUD_RULES,
  ...CODE_HOSTING_RULES,
  ...MESSAGING_RULES,
  ...OBSERVABILITY_RULES,
  ...PAYMENT_KEY_RULES,
  ...SERVICE_RULES,
  ...CREDENTIAL_RULES,
  ...KEY_BLOCK_RULES,
  ...GENERIC_RULES,
];

/** Every rule. */
export const RULES: readonly RedactionRule[] = [...SECRET_RULES, ...PERSONAL_RULES];
