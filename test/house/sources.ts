import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A source file of ours. */
export interface Source {
  /** From the project's root, with slashes. */
  path: string;
  text: string;
  lines: number;
  /** What it imports: paths of ours from the root, names of packages and of Node's modules. */
  imports: { target: string; isOurs: boolean; isTypeOnly: boolean }[];
}

const IMPORT = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;
const DYNAMIC = /\bimport\('([^']+)'\)/g;

function importsOf(path: string, text: string): Source['imports'] {
  const found = [
    ...Array.from(text.matchAll(IMPORT), match => ({ name: match[2]!, isTypeOnly: match[1] !== undefined })),
    ...Array.from(text.matchAll(DYNAMIC), match => ({ name: match[1]!, isTypeOnly: false })),
  ];
  return found.map(({ name, isTypeOnly }) => {
    const isOurs = name.startsWith('.');
    return { target: isOurs ? posix.normalize(posix.join(dirname(path), name)) : name, isOurs, isTypeOnly };
  });
}

/** All TypeScript files under `src`, tests included. */
export function sources(): Source[] {
  return readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => {
      const file = join(entry.parentPath, entry.name);
      const text = readFileSync(file, 'utf8');
      const path = relative(ROOT, file).split(sep).join('/');
      return { path, text, lines: text.split('\n').length - 1, imports: importsOf(path, text) };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

export const isTest = ({ path }: Source): boolean => path.endsWith('.test.ts');

/** The text without comments and string contents, roughly: for rules about code. */
export function codeOf({ text }: Source): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:'"`])\/\/.*$/gm, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
}
