import { createToken, listTokens, revokeToken } from '../../server/commands/token.ts';
import { CommandFailed, EXIT } from '../exit.ts';
import { table } from '../remote/table.ts';
import type { World } from '../world.ts';
import { onServer } from './onServer.ts';

interface CreateOptions {
  name: string;
  scopes: string;
  days?: string;
}

/** `afterword token create EMAIL`: the token alone on standard output, for scripts. */
export const tokenCreate = (world: World, email: string, { name, scopes, days }: CreateOptions) => {
  if (days !== undefined && !/^[1-9]\d{0,3}$/.test(days))
    throw new CommandFailed('--days is a number of days, 1 to 9999.', EXIT.usage);
  const wish = {
    email,
    name,
    scopes: scopes.split(',').map(scope => scope.trim()),
    days: days ? Number(days) : null,
  };
  return onServer(world, async platform => {
    const { secret, row } = await createToken(platform, wish);
    world.stderr.write(`A token of ${row.person.name} for ${row.scopes.join(', ')}; it is shown once:\n`);
    return `${secret}\n`;
  });
};

/** `afterword token list` */
export const tokenList = (world: World, { json }: { json?: boolean }) =>
  onServer(world, async platform => {
    const tokens = await listTokens(platform);
    if (json) return `${JSON.stringify(tokens)}\n`;
    const rows = tokens.map(({ id, name, person, scopes, expiresAt, usedAt }) => ({
      id,
      name,
      person: person.name,
      scopes: scopes.join(','),
      expiresAt,
      usedAt,
    }));
    return table(rows, world.stdout.columns);
  });

/** `afterword token revoke ID` */
export const tokenRevoke = (world: World, id: string) =>
  onServer(world, async platform => {
    await revokeToken(platform, { id });
    return 'The token no longer works.\n';
  });
