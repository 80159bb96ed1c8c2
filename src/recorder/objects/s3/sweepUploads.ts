import {
  AbortMultipartUploadCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
} from '@aws-sdk/client-s3';
import type { Bucket } from './bucket.ts';

/** Takes back uploads that were begun before `before` and never completed. Returns how many. */
export async function sweepUploads({ client, name }: Bucket, before: Date): Promise<number> {
  let swept = 0;
  let marks: Pick<ListMultipartUploadsCommandOutput, 'NextKeyMarker' | 'NextUploadIdMarker'> = {};
  for (let more = true; more; ) {
    const page: ListMultipartUploadsCommandOutput = await client.send(
      new ListMultipartUploadsCommand({
        Bucket: name,
        KeyMarker: marks.NextKeyMarker,
        UploadIdMarker: marks.NextUploadIdMarker,
      }),
    );
    for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
      if (Initiated === undefined || Initiated >= before) continue;
      await client.send(new AbortMultipartUploadCommand({ Bucket: name, Key, UploadId }));
      swept++;
    }
    marks = page;
    more = page.IsTruncated === true;
  }
  return swept;
}
