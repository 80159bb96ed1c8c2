import type { z } from 'zod';
import type { liveEvent } from '../../contract/events.ts';

export type LiveEvent = z.infer<typeof liveEvent>;

export interface EventListener {
  onEvent(event: LiveEvent): void;
  /** Connected, for the first time or again. */
  onOpen(): void;
  /** The connection broke; the browser tries again by itself and goes on after the last event. */
  onLoss(): void;
  /** Connected after a time in which nobody listened: what happened meanwhile was not told. */
  onReturn(): void;
}

/** Milliseconds for which a hidden page goes on listening: who looks elsewhere for a moment misses nothing. */
const GRACE = 10_000;

/**
 * Follows changes as they are made, while the page can be seen: a browser has six connections to a server for all its tabs,
 * and those that nobody looks at must not take them from the one that somebody works in. Returns how to stop.
 */
export function followEvents({ onEvent, onOpen, onLoss, onReturn }: EventListener): () => void {
  let source: EventSource | undefined;
  let isBehind = document.hidden;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const open = (): void => {
    source = new EventSource('/api/v1/events');
    source.onmessage = message => onEvent(JSON.parse(message.data) as LiveEvent);
    source.onerror = onLoss;
    source.onopen = () => {
      if (isBehind) onReturn();
      isBehind = false;
      onOpen();
    };
  };
  const close = (): void => {
    source?.close();
    source = undefined;
    isBehind = true;
  };
  const look = (): void => {
    clearTimeout(rest);
    if (document.hidden) rest = setTimeout(close, GRACE);
    else if (!source) open();
  };
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    clearTimeout(rest);
    close();
  };
}
