import type { Command } from 'commander';
import type { World } from './world.ts';

interface Context {
  world: World;
  finish(exitCode: number): void;
}

const users = () => import('./commands/user.ts');
const tokens = () => import('./commands/token.ts');

/** Adds `user` and `token`: people and API tokens, by whoever sits at the server's own terminal and needs no account. */
export function addPeopleCommands(program: Command, context: Context): void {
  const user = program.command('user').description('people of the server on this machine');
  const token = program.command('token').description('API tokens of the server on this machine');
  addUser(user, context);
  addToken(token, context);
  for (const command of [...user.commands, ...token.commands]) command.option('--json', 'print as JSON');
}

function addUser(user: Command, { world, finish }: Context): void {
  user
    .command('add')
    .argument('<email>', 'mail address')
    .description('add a person and print a link with which they set their password')
    .requiredOption('--name <name>', 'how they are called')
    .option('--roles <roles>', 'roles, with commas', 'viewer')
    .addHelpText(
      'after',
      '\nExample:  afterword user add ada@example.org --name Ada --roles viewer,administrator',
    )
    .action(async (email, options) => finish(await (await users()).userAdd(world, email, options)));
  user
    .command('list')
    .description('list everyone')
    .action(async options => finish(await (await users()).userList(world, options)));
  user
    .command('set-roles')
    .argument('<email>', 'whose')
    .argument('<roles>', 'roles from now on, with commas')
    .description('give a person these roles instead of those before')
    .addHelpText('after', '\nExample:  afterword user set-roles ada@example.org responder,owner')
    .action(async (email, roles, options) =>
      finish(await (await users()).userSetRoles(world, email, roles, options)),
    );
  user
    .command('disable')
    .argument('<email>', 'whose')
    .description('end a person’s access at once')
    .action(async (email, options) => finish(await (await users()).userDisable(world, email, options)));
  user
    .command('enable')
    .argument('<email>', 'whose')
    .description('let a disabled person sign in again')
    .action(async (email, options) => finish(await (await users()).userEnable(world, email, options)));
  user
    .command('reset-password')
    .argument('<email>', 'whose')
    .description('print a link with which a person sets a new password')
    .action(async (email, options) => finish(await (await users()).userResetPassword(world, email, options)));
}

function addToken(token: Command, { world, finish }: Context): void {
  token
    .command('create')
    .argument('<email>', 'whose token')
    .description('create an API token and print it, once')
    .requiredOption('--name <name>', 'what it is for')
    .requiredOption('--scopes <scopes>', 'such as incidents:change or *:read, with commas')
    .option('--days <number>', 'how long it works (default: until it is revoked)')
    .addHelpText(
      'after',
      "\nExample:  afterword token create ada@example.org --name ci --scopes '*:read' --days 90",
    )
    .action(async (email, options) => finish(await (await tokens()).tokenCreate(world, email, options)));
  token
    .command('list')
    .description('list everyone’s tokens')
    .action(async options => finish(await (await tokens()).tokenList(world, options)));
  token
    .command('revoke')
    .argument('<id>', 'id of the token')
    .description('end a token at once')
    .action(async (id, options) => finish(await (await tokens()).tokenRevoke(world, id, options)));
}
