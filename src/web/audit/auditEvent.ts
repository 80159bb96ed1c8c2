import type { InferContractRouterOutputs } from '@orpc/contract';
import type { audit } from '../../contract/audit.ts';

type Outputs = InferContractRouterOutputs<typeof audit>;

export type AuditEvent = Outputs['list']['items'][number];
export type WholeAuditEvent = Outputs['get'];
export type Proof = NonNullable<WholeAuditEvent['proof']>;
