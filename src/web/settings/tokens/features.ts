import routes from 'virtual:routes';

type Operations = Record<string, { '~orpc': { route: { method?: string } } }>;

/** What a token never may, or needs no token for: it opens accounts, or is open to everyone. */
const NOT_FOR_TOKENS = ['setup', 'passkeys', 'passwords', 'sessions'];

/** The features of the API that a token can be given, and whether anything can be changed in them. */
export const FEATURES = Object.entries(routes as unknown as Record<string, Operations>)
  .filter(([name]) => !NOT_FOR_TOKENS.includes(name))
  .map(([name, operations]) => ({
    name,
    hasChanges: Object.values(operations).some(({ '~orpc': { route } }) => route.method !== 'GET'),
  }));
