import { readFileSync } from 'node:fs';
import { inlineModules } from './inlineModules.ts';

const EXTENSION = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const STYLES = ['tokens', 'base', 'document', 'tables', 'timeline', 'drawer', 'print'];

/** What the page carries within itself: two scripts and one sheet of style, read from the sources beside this package. */
export interface WebAssets {
  /** Runs in the head, before anything shows. */
  early: string;
  main: string;
  style: string;
}

/** Reads the page's scripts and styles. Throws when they are missing: then the installation is broken. */
export function webAssets(): WebAssets {
  const style = STYLES.map(name => readFileSync(web(`styles/${name}.css`), 'utf8')).join('\n');
  return {
    early: `${inlineModules(web(`early.${EXTENSION}`))}`,
    main: inlineModules(web(`main.${EXTENSION}`)),
    style,
  };
}

function web(path: string): URL {
  return new URL(`../../web/draft/${path}`, import.meta.url);
}
