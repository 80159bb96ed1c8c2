import type { InferContractRouterInputs } from '@orpc/contract';
import type { contract } from '../../contract/index.ts';

type Inputs = InferContractRouterInputs<typeof contract>;

/** The input of an operation by its name: `InputOf<'teams.edit'>`. */
export type InputOf<Name extends string> = Name extends `${infer Feature}.${infer Operation}`
  ? Feature extends keyof Inputs
    ? Operation extends keyof Inputs[Feature]
      ? Inputs[Feature][Operation]
      : never
    : never
  : never;

/** What a form gives to be sent. */
export interface Sent<Input> {
  input: Input;
  /** The version that somebody has seen, for `If-Match`. */
  ifMatch: number;
}
