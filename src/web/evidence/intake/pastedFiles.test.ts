import { expect, test } from 'vitest';
import { pastedFiles } from './pastedFiles.ts';

const NOW = new Date('2026-11-23T09:47:55.123Z');
const clipboard = (text: string, files: File[] = []) => ({
  files: files as unknown as FileList,
  getData: () => text,
});

test('names a picture and a text after the time', () => {
  const picture = new File(['…'], 'image.png', { type: 'image/png' });
  expect(pastedFiles(clipboard('', [picture]), NOW)[0]?.name).toBe('pasted-2026-11-23T09-47-55.png');
  expect(pastedFiles(clipboard('12:01 up\n12:02 down'), NOW)[0]?.name).toBe('pasted-2026-11-23T09-47-55.txt');
});

test('leaves files their names', () => {
  const log = new File(['…'], 'api.log', { type: 'text/plain' });
  expect(pastedFiles(clipboard('ignored', [log]), NOW).map(({ name }) => name)).toEqual(['api.log']);
});

test.each(['', '   ', 'INC-7', 'https://example.org/a'])(
  'lets “%s” pass: nobody means it as evidence',
  text => {
    expect(pastedFiles(clipboard(text), NOW)).toEqual([]);
  },
);

test('takes one long line as a piece of log', async () => {
  const [file] = pastedFiles(clipboard(`${'x'.repeat(200)} `), NOW);
  expect(await file?.content.text()).toBe('x'.repeat(200));
});
