import type { z } from 'zod';
import type { liveEvent } from '../../contract/events.ts';

export type LiveEvent = z.infer<typeof liveEvent>;

export interface EventListener {
  onEvent(event: LiveEvent): void;
  /** Connected, for the first time or again. */
  onOpen(): void;
  /** The connection broke; the browser tries again by itself and goes on after the last event. */
  onLoss(): void;
}

/** Follows changes as they are made. Returns how to stop. */
export function followEvents({ onEvent, onOpen, onLoss }: EventListener): () => void {
  const source = new EventSource('/api/v1/events');
  source.onmessage = message => onEvent(JSON.parse(message.data) as LiveEvent);
  source.onopen = onOpen;
  source.onerror = onLoss;
  return () => source.close();
}
