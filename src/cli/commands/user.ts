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
import { onServer } from './onServer.ts';

const words = (list: string): string[] => list.split(',').map(word => word.trim());

const handOver = ({ link, expiresAt }: PasswordLink): string =>
  `Hand this link over; it sets the password, once, until ${expiresAt}:\n${link}\n`;

/** `afterword user add EMAIL` */
export const userAdd = (world: World, email: string, { name, roles }: { name: string; roles: string }) =>
  onServer(world, async platform => handOver(await addUser(platform, { email, name, roles: words(roles) })));

/** `afterword user list` */
export const userList = (world: World, { json }: { json?: boolean }) =>
  onServer(world, async platform => {
    const people = await listUsers(platform);
    if (json) return `${JSON.stringify(people)}\n`;
    if (people.length === 0) return 'Nobody has an account yet. Add the first: afterword user add --help\n';
    const rows = people.map(({ email, name, roles, disabledAt }) => ({
      email,
      name,
      roles: roles.join(','),
      disabledAt,
    }));
    return table(rows, world.stdout.columns);
  });

/** `afterword user roles EMAIL ROLES` */
export const userRoles = (world: World, email: string, roles: string) =>
  onServer(world, async platform => {
    const person = await setUserRoles(platform, { email, roles: words(roles) });
    return `${person.name} is ${person.roles.join(', ')}.\n`;
  });

/** `afterword user disable EMAIL` */
export const userDisable = (world: World, email: string) =>
  onServer(
    world,
    async platform => `${(await disableUser(platform, { email })).name} can no longer sign in.\n`,
  );

/** `afterword user enable EMAIL` */
export const userEnable = (world: World, email: string) =>
  onServer(world, async platform => `${(await enableUser(platform, { email })).name} can sign in again.\n`);

/** `afterword user password EMAIL` */
export const userPassword = (world: World, email: string) =>
  onServer(world, async platform => handOver(await resetUserPassword(platform, { email })));
