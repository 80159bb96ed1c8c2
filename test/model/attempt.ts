import type { CallOptions, Client } from '../../src/client/createClient.ts';
import type { ErrorCode } from '../../src/contract/errors.ts';
import type { Draw } from './draw.ts';
import type { Organisation, Person, Role } from './organisation.ts';

/** What comes of an attempt. */
export type Outcome =
  /** It is refused. */
  | ErrorCode
  /** It is made, and this is how the organisation changes; throws when the answer is not as it must be. */
  // biome-ignore lint/suspicious/noExplicitAny: each operation answers in its own shape.
  | ((answer: any) => void);

/** One change that somebody tries. */
export interface Attempt {
  /** `incidents.edit`. */
  operation: string;
  may: readonly Role[];
  /** The version that the change is based on; undefined without If-Match. */
  ifMatch?: number | undefined;
  /** It cannot be done twice on one version: of two at once with one If-Match one is refused. */
  isExclusive?: boolean;
  /** It may end what the actor is allowed, so that it cannot be asked for twice. */
  isOfActor?: boolean;
  send(client: Client, options: CallOptions): Promise<unknown>;
  outcome: Outcome;
}

/** Draws up an attempt; undefined where there is nothing yet to attempt it on. */
export type Deed = (organisation: Organisation, actor: Person, draw: Draw) => Attempt | undefined;

export const CONTRIBUTORS: readonly Role[] = [
  'responder',
  'owner',
  'reviewer',
  'security',
  'legal',
  'administrator',
];
export const KEEPERS: readonly Role[] = ['owner', 'administrator'];
export const RESTRICTERS: readonly Role[] = ['security', 'legal', 'administrator'];
export const ADMINISTRATORS: readonly Role[] = ['administrator'];

/** The first reason to refuse, in the order in which the server finds them; else the change. */
export const unless = (
  refusals: readonly (ErrorCode | false | undefined)[],
  change: Exclude<Outcome, ErrorCode>,
): Outcome => refusals.find(refusal => refusal !== undefined && refusal !== false) ?? change;

/** A refusal under a condition. */
export const when = (condition: boolean, code: ErrorCode): ErrorCode | false => condition && code;
