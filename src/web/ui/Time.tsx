import { useSyncExternalStore } from 'react';
import { agoText, clockText, dayText, fullText } from './instant.ts';
import { Tooltip } from './Tooltip.tsx';
import { useZone } from './zone.ts';

interface TimeProps {
  /** ISO 8601. */
  at: string;
  /** `ago`: how long since; `clock`: time of day; `day`: the date; `full`: both. */
  as?: 'ago' | 'clock' | 'day' | 'full';
  /** Digits of the second's fraction. */
  digits?: number;
}

const MINUTE = 60_000;
const subscribe = (listener: () => void): (() => void) => {
  const timer = setInterval(listener, MINUTE / 2);
  return () => clearInterval(timer);
};
const minute = (): number => Math.floor(Date.now() / MINUTE) * MINUTE;

/** A time in the reader's zone; zone and precision on hover and focus. */
export function Time({ at, as = 'full', digits = 0 }: TimeProps) {
  const zone = useZone();
  const now = useSyncExternalStore(subscribe, minute);
  const texts = {
    ago: () => agoText(at, now),
    clock: () => clockText(at, zone, digits),
    day: () => dayText(at, zone),
    full: () => `${dayText(at, zone)} ${clockText(at, zone, digits)}`,
  };
  return (
    <Tooltip text={fullText(at, zone)}>
      <time dateTime={at} className="tabular whitespace-nowrap">
        {texts[as]()}
      </time>
    </Tooltip>
  );
}
