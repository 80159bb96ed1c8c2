import type { OperationContext } from '../platform/operations/context.ts';
import { refuse } from '../platform/operations/refuse.ts';
import * as store from './store.ts';

/**
 * Says which services are affected.
 *
 * @throws invalid when the catalogue lacks one
 */
export async function setServices(
  { db }: OperationContext,
  incidentId: string,
  serviceIds: readonly string[],
): Promise<void> {
  const absent = await store.replaceServices(db, incidentId, [...new Set(serviceIds)]);
  if (absent.length > 0)
    refuse('invalid', `No service has the id ${absent.join(' or ')}: add it to the catalogue first.`);
}
