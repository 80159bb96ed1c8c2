import { apiOutage } from './apiOutage.ts';
import { credentialRotation } from './credentialRotation.ts';
import { databaseFailover } from './databaseFailover.ts';
import type { Incident } from './incident.ts';
import { serverlessTimeout } from './serverlessTimeout.ts';

/** Incidents of several kinds, as folders of evidence, by seed. */
export const INCIDENTS: Readonly<Record<string, (seed: number) => Incident>> = {
  'API outage': apiOutage,
  'serverless time-out': serverlessTimeout,
  'database failover': databaseFailover,
  'credential rotation': credentialRotation,
};
