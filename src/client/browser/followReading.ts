import type { z } from 'zod';
import type { reading } from '../../contract/readings.ts';

export type FollowedReading = z.infer<typeof reading>;

/**
 * Follows the newest reading of an incident until it is over. A broken connection is made again by the browser, and the
 * reading told as it is then. Returns how to stop.
 */
export function followReading(incidentId: string, onChange: (reading: FollowedReading) => void): () => void {
  const source = new EventSource(`/api/v1/incidents/${encodeURIComponent(incidentId)}/readings/follow`);
  source.addEventListener('message', message => {
    const newest = JSON.parse(message.data) as FollowedReading;
    // The server ends here; the browser would only ask again.
    if (newest.state !== 'waiting' && newest.state !== 'running') source.close();
    onChange(newest);
  });
  return () => source.close();
}
