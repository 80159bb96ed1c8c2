import { type Shortcut, shortcuts } from '../../ui/useShortcut.ts';
import { APP_KEYS, PAGE_KEYS } from '../appKeys.ts';
import { COMMANDS } from './commands.ts';

/** What the page that is shown can do besides, as its shortcuts tell it. */
export function commandsHere(): (Shortcut & { keys: string })[] {
  const labels = new Set(COMMANDS.map(({ label }) => label));
  return [...shortcuts]
    .filter(([keys, { label }]) => !PAGE_KEYS.has(keys) && !APP_KEYS.has(keys) && !labels.has(label))
    .map(([keys, { label, run }]) => ({ keys, label, run }));
}
