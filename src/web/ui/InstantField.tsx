import type { ComponentProps } from 'react';
import { fromLocalInput, toLocalInput } from './localInput.ts';
import { WallTimeField } from './WallTimeField.tsx';
import { useZone } from './zone.ts';

interface InstantFieldProps extends Omit<ComponentProps<typeof WallTimeField>, 'value' | 'onChange'> {
  /** ISO 8601. */
  at: string | undefined;
  onAt(at: string | undefined): void;
}

/** An instant, typed in the zone in which the app shows times. */
export function InstantField({ at, onAt, ...field }: InstantFieldProps) {
  const zone = useZone();
  return (
    <WallTimeField
      {...field}
      value={toLocalInput(at ?? null, zone)}
      onChange={({ target }) => onAt(fromLocalInput(target.value, zone) ?? undefined)}
    />
  );
}
