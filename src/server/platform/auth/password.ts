/** What checks and makes hashes is loaded when somebody first needs it: a server that nobody signs in to stays small. */
const load = () => import('better-auth/crypto');

/** Salted scrypt of a password, as better-auth keeps it; a tenth of a second of work, on purpose. */
export const hashPassword = async (password: string): Promise<string> =>
  (await load()).hashPassword(password);

/** Whether a password is the one of a hash; as much work as hashing. */
export const isPassword = async (password: string, hash: string): Promise<boolean> =>
  (await load()).verifyPassword({ hash, password });
