import { sql } from 'kysely';
import type { Db } from '../platform/db/openDatabase.ts';

/** Any number will do, as long as every server uses the same. */
const LOCK = 4_600_002;

/** Until the transaction ends, nobody else sets the server up. */
export const lockSetup = (db: Db) => sql`select pg_advisory_xact_lock(${LOCK})`.execute(db);
