import { scope as scopeSchema } from '../../contract/tokens.ts';
import { findPersonByEmail } from '../people/store.ts';
import { issueToken } from '../tokens/issueToken.ts';
import { deleteToken, findToken, listTokens as listRows } from '../tokens/store.ts';
import { type CommandPlatform, CommandRefused, runCommand } from './runCommand.ts';

type TokenRow = Awaited<ReturnType<typeof listRows>>[number];

const DAY = 24 * 60 * 60 * 1000;
const subject = (id: string) => ({ kind: 'token', id });

export interface TokenWish {
  /** Whose token. */
  email: string;
  /** What it is for. */
  name: string;
  scopes: readonly string[];
  /** After how many days it ends; null: when it is revoked. */
  days: number | null;
}

/** `token create`: an API token of a person; the secret is in the answer and nowhere else. */
export function createToken(
  platform: CommandPlatform,
  { email, name, scopes, days }: TokenWish,
): Promise<{ secret: string; row: TokenRow }> {
  return runCommand(platform, async ({ db, now, record }) => {
    const wrong = scopes.filter(scope => !scopeSchema.safeParse(scope).success);
    if (wrong.length > 0 || scopes.length === 0)
      throw new CommandRefused(
        `${wrong.join(', ') || 'Nothing'} is not a scope: write incidents:read, *:read or *:*.`,
      );
    const person = await findPersonByEmail(db, email.toLowerCase());
    if (!person) throw new CommandRefused(`Nobody has the address ${email}. See: afterword user list`);
    const expiresAt = days === null ? null : new Date(Date.parse(now) + days * DAY).toISOString();
    const made = await issueToken(db, { personId: person.id, name, scopes, expiresAt, at: now });
    await record({ operation: 'tokens.create', subject: subject(made.row.id), after: made.row });
    return made;
  });
}

/** `token list`: everyone's, newest first. */
export const listTokens = ({ db }: CommandPlatform): Promise<TokenRow[]> =>
  listRows(db, { personId: undefined, most: 1_000_000 });

/** `token revoke`: it stops working at once, in every process. */
export const revokeToken = (platform: CommandPlatform, { id }: { id: string }): Promise<void> =>
  runCommand(platform, async ({ db, record }) => {
    const before = /^[0-9a-f-]{36}$/.test(id) ? await findToken(db, id) : undefined;
    if (!before) throw new CommandRefused(`No token has the id ${id}. See: afterword token list`);
    await deleteToken(db, id);
    await record({ operation: 'tokens.revoke', subject: subject(id), before });
  });
