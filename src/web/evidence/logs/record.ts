import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '../../../contract/index.ts';

/** A frozen record as the server gives it. */
export type LogRecord = InferContractRouterOutputs<Contract>['records']['search']['items'][number];
