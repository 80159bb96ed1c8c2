import { StorageUnavailable } from '../objectStore.ts';

/** What a server's refusals, by name, mean to the person who runs ours. */
const REASONS: Record<string, string> = {
  NoSuchBucket: 'there is no such bucket; make it or correct its name',
  AccessDenied: 'access denied; the key needs to list the bucket and to get, put and delete in it',
  Forbidden: 'access denied; the key needs to list the bucket and to get, put and delete in it',
  InvalidAccessKeyId: 'the access key is not known there; correct it',
  SignatureDoesNotMatch: 'the secret key is wrong; correct it',
  PermanentRedirect: 'the bucket is in another region; correct the region or the endpoint',
  RequestTimeTooSkewed: 'the clock of this machine is wrong; set it',
  QuotaExceeded: 'its quota is used up; free some space or raise it',
  XMinioStorageFull: 'its disks are full; free some space there',
  ECONNREFUSED: 'nothing listens there; start it or correct the endpoint',
  ENOTFOUND: 'its host name is not known; correct the endpoint',
  TimeoutError: 'it does not answer in time; look at it or at the network',
};

const LATER = 'it cannot be used now; look at it or at the network';

/** StorageUnavailable for what the server or the network refuses; any other error comes back as it is. */
export function explainBucket(error: unknown, bucket: string): unknown {
  const { name = '', code = '', $metadata } = error as { name?: string; code?: string; $metadata?: unknown };
  if (name === 'AbortError') return error;
  const reason = REASONS[name] ?? REASONS[code];
  const isRemote = $metadata !== undefined || NETWORK.test(code);
  if (reason === undefined && !isRemote) return error;
  return new StorageUnavailable(`bucket ${bucket}: ${reason ?? `${LATER} (${name || code})`}`, {
    cause: error,
  });
}

const NETWORK =
  /^(?:E(?:CONN|HOST|NET|PIPE|AI_|TIMEDOUT)|ERR_SSL|ERR_TLS|CERT_|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO)/;
