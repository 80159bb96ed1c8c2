import type { S3Client } from '@aws-sdk/client-s3';

/** A bucket, and the client that reaches it. */
export interface Bucket {
  client: S3Client;
  name: string;
}

/** The client's option for a signal, when there is one. */
export const abortedBy = (signal: AbortSignal | undefined): { abortSignal?: AbortSignal } =>
  signal === undefined ? {} : { abortSignal: signal };
