import type { RedactionRule } from '../rule.ts';
import { ADDRESS_RULES } from './pii-address.ts';
import { BIRTH_RULES } from './pii-birth.ts';
import { CONTACT_RULES } from './pii-contact.ts';
import { IDENTITY_RULES } from './pii-identity.ts';
import { NETWORK_RULES } from './pii-network.ts';
import { PAYMENT_RULES } from './pii-payment.ts';
import { PERSON_RULES } from './pii-person.ts';
import { PLACE_RULES } from './pii-place.ts';

/** Every rule for personal data, the surest first. */
export const PERSONAL_RULES: readonly RedactionRule[] = [
  ...PAYMENT_RULES,
  ...IDENTITY_RULES,
  ...NETWORK_RULES,
  ...CONTACT_RULES,
  ...ADDRESS_RULES,
  ...PLACE_RULES,
  ...BIRTH_RULES,
  ...PERSON_RULES,
];
