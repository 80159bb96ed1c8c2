import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inlineModules } from './inlineModules.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inline-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function inlined(files: Record<string, string>): Promise<string> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return inlineModules(pathToFileURL(join(folder, Object.keys(files)[0]!)));
}

test('modules run in the order of their imports, each in a room of its own', async () => {
  const script = await inlined({
    'main.ts':
      "import { add as plus } from './add.ts';\nimport type { Sum } from './add.ts';\nconst secret: Sum = plus(1, 2);\nexport const shown = secret;\n",
    'add.ts':
      "import { one } from './one.ts';\nconst secret = one;\nexport type Sum = number;\nexport function add(a: number, b: number): Sum {\n  return a + b + secret;\n}\n",
    'one.ts': 'export const one: number = 1;\n',
  });
  expect(new Function(`${script}; return module2.shown`)()).toBe(4);
});

test('plain JavaScript is taken as it is', async () => {
  const script = await inlined({ 'plain.js': 'export const two = 2;\n' });
  expect(new Function(`${script}; return module0.two`)()).toBe(2);
});

test('what it does not understand is refused instead of shipped', async () => {
  await expect(inlined({ 'star.ts': "export * from './one.ts';\n" })).rejects.toThrow('cannot inline');
  await expect(
    inlined({
      'a.ts': "import { b } from './b.ts';\nexport const a = b;\n",
      'b.ts': "import { a } from './a.ts';\nexport const b = a;\n",
    }),
  ).rejects.toThrow('import cycle');
});
