import { expect, test } from 'vitest';
import { fitsUpload } from './fitsUpload.ts';
import { sha256Of } from './sha256Of.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer;

async function uploadOf(...parts: string[]) {
  const received = await Promise.all(
    parts.map(async (text, place) => ({
      number: place + 1,
      bytes: text.length,
      sha256: (await sha256Of(bytesOf(text)))!,
    })),
  );
  return { bytes: 10, partBytes: 4, received } as unknown as Parameters<typeof fitsUpload>[1];
}

test('an upload goes on with the same bytes only', async () => {
  const file = new Blob(['0123456789']);
  expect(await fitsUpload(file, await uploadOf())).toBe(true);
  expect(await fitsUpload(file, await uploadOf('0123', '4567'))).toBe(true);
  expect(await fitsUpload(file, await uploadOf('0123', '4568'))).toBe(false);
  expect(await fitsUpload(new Blob(['012345678']), await uploadOf('0123'))).toBe(false);
});
