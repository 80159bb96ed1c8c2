import { isLastAdministrator } from '../platform/auth/administrators.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import { refuse, refuseAbsent } from '../platform/operations/refuse.ts';
import { endSessions } from '../sessions/store.ts';
import { findPerson, lockPerson, type PersonChanges, type PersonRow, updatePerson } from './store.ts';

interface Change {
  id: string;
  changes: PersonChanges;
  /** Now. */
  at: string;
  /** Looks at the person before the change; may refuse it. */
  check?(before: PersonRow): void;
}

/**
 * Changes a person, in the caller's transaction. Being disabled or enabled ends their sessions.
 *
 * @throws not_found, or conflict for the last administrator's end
 */
export async function changePerson(
  db: Db,
  { id, changes, at, check }: Change,
): Promise<{ before: PersonRow; after: PersonRow }> {
  const stepsDown = changes.disabledAt || (changes.roles && !changes.roles.includes('administrator'));
  // Administrators are locked before the person, by everyone: else two who remove each other would block each other.
  const isLast = stepsDown && (await isLastAdministrator(db, id));
  await lockPerson(db, id);
  const before = (await findPerson(db, id)) ?? refuseAbsent('person');
  check?.(before);
  if (isLast)
    refuse('conflict', `${before.name} is the last administrator: make somebody else administrator first.`);
  await updatePerson(db, id, changes, at);
  // When enabled too: one that began while the person was being disabled does not come alive again.
  if (changes.disabledAt !== undefined) await endSessions(db, id);
  return { before, after: (await findPerson(db, id))! };
}
