import { S3Client } from '@aws-sdk/client-s3';

/** A bucket of Amazon S3, or of anything that speaks its protocol. */
export interface BucketConfiguration {
  bucket: string;
  region: string;
  /** e.g. `https://minio.example:9000`; Amazon's own for the region unless given. */
  endpoint?: string | undefined;
  /** Bucket in the path instead of the host name; most servers other than Amazon's want it. */
  pathStyle: boolean;
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string | undefined };
}

/** Milliseconds after which a server that does not connect, answer or go on counts as unreachable. */
const CONNECT_MS = 2_000;
const IDLE_MS = 8_000;
const ANSWER_MS = 60_000;

/**
 * A client that knows what is configured and nothing else. What it would otherwise look for in the environment or in
 * files of the user is said here, one by one.
 */
export function bucketClient({ region, endpoint, pathStyle, credentials }: BucketConfiguration): S3Client {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  return new S3Client({
    region,
    endpoint: endpoint ?? `https://s3.${region}.amazonaws.com`,
    forcePathStyle: pathStyle,
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) },
    maxAttempts: 2,
    retryMode: 'standard',
    defaultsMode: 'standard',
    useDualstackEndpoint: false,
    useFipsEndpoint: false,
    useArnRegion: false,
    disableMultiregionAccessPoints: true,
    disableS3ExpressSessionAuth: true,
    // Bodies are signed with their SHA-256, which every such server checks; newer checksums are unknown to some.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      socketTimeout: IDLE_MS,
      requestTimeout: ANSWER_MS,
      throwOnRequestTimeout: true,
    },
  });
}
