import { TooSlow } from '../../../recorder/records/openEngine.ts';
import { refuse } from '../../platform/operations/refuse.ts';

/**
 * Asks about frozen records.
 *
 * @throws unavailable when it takes longer than anybody waits
 */
export async function askArchive<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof TooSlow)
      refuse('unavailable', `The records could not be searched: ${error.message}.`);
    throw error;
  }
}
