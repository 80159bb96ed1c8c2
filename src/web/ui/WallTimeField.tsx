import type { ComponentProps } from 'react';
import { TextField } from './Field.tsx';
import { zoneName } from './instant.ts';
import { useZone } from './zone.ts';

/** A day and a time of day, in the zone in which the app shows times; its label says which. */
export function WallTimeField({ label, ...field }: ComponentProps<typeof TextField>) {
  const zone = useZone();
  return <TextField step="0.001" {...field} type="datetime-local" label={`${label} (${zoneName(zone)})`} />;
}
