import { oc } from '@orpc/contract';
import type { Role } from './roles.ts';

/** What the contract says of an operation besides its route, input and output. */
export interface OperationMeta {
  /** A `change` runs in one transaction with its audit event; a `read` changes nothing. */
  effect: 'read' | 'change';
  /** Roles of which one is needed. `anyone` asks for no account; `account` for any, whatever its roles. */
  may: readonly Role[] | 'anyone' | 'account';
  /** Offered as a tool to assistants. */
  isTool: boolean;
  /** Names of input fields that no log, audit event or error may hold. */
  secret: readonly string[];
  /** Names of output fields that are shown once: an answer that is repeated for its Idempotency-Key lacks them. */
  shownOnce: readonly string[];
  /** The answer's `version` begins its ETag, and `If-Match` is honoured. */
  isVersioned: boolean;
  /** Opens or shuts doors of one's own account: for a browser in which its person signed in lately, and no token. */
  needsRecentSignIn: boolean;
  /** A change that first does what takes time, such as taking in bytes; its transaction comes after that. */
  isLong: boolean;
}

type Options = Partial<Omit<OperationMeta, 'effect' | 'may'>>;

const operation = (effect: OperationMeta['effect'], may: OperationMeta['may'], options: Options = {}) =>
  oc.$meta<OperationMeta>({
    effect,
    may,
    isTool: false,
    secret: [],
    shownOnce: [],
    isVersioned: false,
    needsRecentSignIn: false,
    isLong: false,
    ...options,
  });

/** Begins an operation that changes nothing. */
export const reads = (may: OperationMeta['may'], options?: Options) => operation('read', may, options);

/** Begins an operation that changes something: one transaction, at least one audit event. */
export const changes = (may: OperationMeta['may'], options?: Options) => operation('change', may, options);
