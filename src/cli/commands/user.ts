import {
  addUser,
  disableUser,
  enableUser,
  listUsers,
  type PasswordLink,
  resetUserPassword,
  setUserRoles,
} from '../../server/commands/user.ts';
import { table } from '../remote/table.ts';
import type { World } from '../world.ts';
import { onServer, type Said } from './onServer.ts';

interface Options {
  json?: boolean;
}

const words = (list: string): string[] => list.split(',').map(word => word.trim());

const handOver = (value: PasswordLink): Said => ({
  value,
  text: `Hand this link over; it sets the password, once, until ${value.expiresAt}:\n${value.link}\n`,
});

type Person = Awaited<ReturnType<typeof listUsers>>[number];

/** What others need to know of a person's row. */
const show = ({ id, email, name, roles, teams, disabledAt, createdAt }: Person) => ({
  ...{ id, email, name, roles, teams, disabledAt, createdAt },
});

/** `afterword user add EMAIL` */
export const userAdd = (
  world: World,
  email: string,
  { name, roles, ...options }: Options & { name: string; roles: string },
) =>
  onServer(world, options, async platform =>
    handOver(await addUser(platform, { email, name, roles: words(roles) })),
  );

/** `afterword user list` */
export const userList = (world: World, options: Options) =>
  onServer(world, options, async platform => {
    const people = (await listUsers(platform)).map(show);
    const rows = people.map(({ email, name, roles, disabledAt }) => ({
      ...{ email, name, roles: roles.join(','), disabledAt },
    }));
    const text =
      rows.length > 0
        ? table(rows, world.stdout.columns)
        : 'Nobody has an account yet. Add the first: afterword user add --help\n';
    return { value: people, text };
  });

/** `afterword user set-roles EMAIL ROLES` */
export const userSetRoles = (world: World, email: string, roles: string, options: Options) =>
  onServer(world, options, async platform => {
    const person = await setUserRoles(platform, { email, roles: words(roles) });
    return { value: show(person), text: `${person.name} is ${person.roles.join(', ')}.\n` };
  });

/** `afterword user disable EMAIL` */
export const userDisable = (world: World, email: string, options: Options) =>
  onServer(world, options, async platform => {
    const person = await disableUser(platform, { email });
    return { value: show(person), text: `${person.name} can no longer sign in.\n` };
  });

/** `afterword user enable EMAIL` */
export const userEnable = (world: World, email: string, options: Options) =>
  onServer(world, options, async platform => {
    const person = await enableUser(platform, { email });
    return { value: show(person), text: `${person.name} can sign in again.\n` };
  });

/** `afterword user reset-password EMAIL` */
export const userResetPassword = (world: World, email: string, options: Options) =>
  onServer(world, options, async platform => handOver(await resetUserPassword(platform, { email })));
