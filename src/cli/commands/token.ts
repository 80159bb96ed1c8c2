import { createToken, listTokens, revokeToken } from '../../server/commands/token.ts';
import { CommandFailed, EXIT } from '../exit.ts';
import { table } from '../remote/table.ts';
import type { World } from '../world.ts';
import { onServer } from './onServer.ts';

interface Options {
  json?: boolean;
}

interface CreateOptions extends Options {
  name: string;
  scopes: string;
  days?: string;
}

/** `afterword token create EMAIL`: the token alone on standard output, for scripts. */
export const tokenCreate = (world: World, email: string, { name, scopes, days, json }: CreateOptions) => {
  if (days !== undefined && !/^[1-9]\d{0,3}$/.test(days))
    throw new CommandFailed('--days is a number of days, 1 to 9999.', EXIT.usage);
  const wish = {
    email,
    name,
    scopes: scopes.split(',').map(scope => scope.trim()),
    days: days ? Number(days) : null,
  };
  return onServer(world, json ? { json } : {}, async platform => {
    const { secret, row } = await createToken(platform, wish);
    if (!json)
      world.stderr.write(`A token of ${row.person.name} for ${row.scopes.join(', ')}; it is shown once:\n`);
    return { value: { ...row, secret }, text: `${secret}\n` };
  });
};

/** `afterword token list` */
export const tokenList = (world: World, options: Options) =>
  onServer(world, options, async platform => {
    const tokens = await listTokens(platform);
    const rows = tokens.map(({ id, name, person, scopes, expiresAt, usedAt }) => ({
      id,
      name,
      person: person.name,
      scopes: scopes.join(','),
      expiresAt,
      usedAt,
    }));
    const text = rows.length > 0 ? table(rows, world.stdout.columns) : 'Nobody has a token.\n';
    return { value: tokens, text };
  });

/** `afterword token revoke ID` */
export const tokenRevoke = (world: World, id: string, options: Options) =>
  onServer(world, options, async platform => {
    await revokeToken(platform, { id });
    return { value: { id }, text: 'The token no longer works.\n' };
  });
