import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '../../contract/index.ts';

type Outputs = InferContractRouterOutputs<Contract>;

/** Shapes of the server's answers. */
export type Suspect = Outputs['readings']['suspects']['suspects'][number];
export type Signal = Suspect['signals'][number];
export type Citation = Outputs['drafts']['citations']['items'][number];
export type CallPaths = Outputs['traces']['callPaths'];
export type CallCost = CallPaths['paths'][number]['now'];
export type VersionRow = Outputs['traces']['versions']['versions'][number];
export type VersionSeries = Outputs['traces']['versionsOverTime']['versions'][number];
export type CallMap = Outputs['traces']['calls'];
