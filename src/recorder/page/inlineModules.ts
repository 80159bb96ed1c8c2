import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

const IMPORT = /^import\s*\{([^}]*)\}\s*from\s*'([^']+)';?[ \t]*$/gm;
const EXPORT = /^export ((?:async )?function\*?|const|class) ([\w$]+)/gm;
const UNKNOWN = /^(?:import|export)\b.*$/m;

/**
 * Makes one script of a module and everything it imports, for a page that must work without a server. Types are
 * stripped; each module becomes a function that returns its exports, in the order in which they depend on each other.
 *
 * Understands named imports from relative paths and named exports of functions, constants and classes: the house
 * style. Anything else throws, as does a cycle: both are mistakes in our own sources.
 */
export function inlineModules(entry: URL): string {
  const written: string[] = [];
  const names = new Map<string, string>();
  addModule(entry, { written, names, open: new Set() });
  return written.join('\n');
}

interface Inlining {
  written: string[];
  /** Address of a module to the constant that holds its exports. */
  names: Map<string, string>;
  open: Set<string>;
}

function addModule(address: URL, inlining: Inlining): string {
  const known = inlining.names.get(address.href);
  if (known) return known;
  if (inlining.open.has(address.href)) throw new Error(`import cycle at ${fileURLToPath(address)}`);
  inlining.open.add(address.href);
  const code = plainCode(address).replace(IMPORT, (_, wanted: string, path: string) => {
    const name = addModule(new URL(path, address), inlining);
    return `const {${wanted.replace(/\s+as\s+/g, ': ')}} = ${name};`;
  });
  const exported: string[] = [];
  const body = code.replace(EXPORT, (_, kind: string, name: string) => {
    exported.push(name);
    return `${kind} ${name}`;
  });
  const left = UNKNOWN.exec(body);
  if (left) throw new Error(`cannot inline "${left[0]}" of ${fileURLToPath(address)}`);
  const name = `module${inlining.names.size}`;
  inlining.names.set(address.href, name);
  inlining.written.push(`const ${name} = (() => {\n${body}\nreturn { ${exported.join(', ')} };\n})();`);
  return name;
}

/** The published package holds JavaScript, a clone TypeScript. Stripping leaves blanks behind, which we do not ship. */
function plainCode(address: URL): string {
  const text = readFileSync(address, 'utf8');
  const code = address.pathname.endsWith('.ts') ? stripTypeScriptTypes(text) : text;
  return code.replace(/[ \t]+$/gm, '').replace(/\n{2,}/g, '\n');
}
