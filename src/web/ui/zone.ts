import { useSyncExternalStore } from 'react';
import { remember, remembered } from '../draft/preferences.ts';

const LOCAL = Intl.DateTimeFormat().resolvedOptions().timeZone;
let zone = remembered('app.zone') ?? LOCAL;
const listeners = new Set<() => void>();

/** The two zones of the switch; one where they are the same. */
export const ZONES = [...new Set([LOCAL, 'UTC'])];

/** Shows every time of the app in another zone. */
export function chooseZone(next: string): void {
  zone = next;
  remember('app.zone', next);
  for (const listener of listeners) listener();
}

/** Switches to the other of the two zones. */
export const nextZone = (): void => chooseZone(ZONES[(ZONES.indexOf(zone) + 1) % ZONES.length] ?? 'UTC');

/** The zone in which times are shown now; what is drawn asks `useZone`, to be drawn again when it changes. */
export const currentZone = (): string => zone;

/** The zone in which times are shown. */
export const useZone = (): string =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => zone,
  );
