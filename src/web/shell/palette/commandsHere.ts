import { type Shortcut, shortcuts } from '../../ui/useShortcut.ts';
import { MAIN_PAGES } from '../pages.ts';
import { COMMANDS } from './commands.ts';

/** What the page that is shown can do besides, as its shortcuts tell it. */
export function commandsHere(): (Shortcut & { keys: string })[] {
  const known = new Set([...MAIN_PAGES.map(({ keys }) => keys), '?']);
  const labels = new Set(COMMANDS.map(({ label }) => label));
  return [...shortcuts]
    .filter(([keys, { label }]) => !known.has(keys) && !labels.has(label))
    .map(([keys, { label, run }]) => ({ keys, label, run }));
}
