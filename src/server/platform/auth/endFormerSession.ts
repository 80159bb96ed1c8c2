import { sql } from 'kysely';
import type { Platform } from '../operations/context.ts';
import type { AuthDatabase } from './authDatabase.ts';
import { openSigned, readCookie, sessionCookie } from './cookie.ts';

interface Options {
  platform: Platform;
  database: AuthDatabase;
  secret: string;
}

/** Ends the session that a browser came with when another begins there: a copy of its cookie opens nothing any more. */
export async function endFormerSession(
  { platform, database, secret }: Options,
  cookies: string | null,
  begun: { token: string },
): Promise<void> {
  const cookie = readCookie(cookies ?? undefined, sessionCookie(platform.accounts.publicUrl));
  const former = cookie && openSigned(cookie, secret);
  if (!former || former === begun.token) return;
  await sql`delete from session where token = ${former}`.execute(database.db);
}
