import { randomUUIDv7 } from 'node:crypto';
import { passkey } from '@better-auth/passkey';
import type { BetterAuthOptions } from 'better-auth';
import { APIError, createAuthMiddleware, isAPIError } from 'better-auth/api';
import { PASSWORD_LENGTH } from '../../../contract/people.ts';
import { RECENT_SIGN_IN } from '../../../contract/sessions.ts';
import type { Platform } from '../operations/context.ts';
import type { AuthDatabase } from './authDatabase.ts';
import { cookiePrefix, hasTls } from './cookie.ts';
import { endFormerSession } from './endFormerSession.ts';
import { hashPassword, isPassword } from './password.ts';
import { ADDRESS_HEADER, AUTH } from './paths.ts';
import { recordProvider, recordSignIn, recordSignOut } from './recordSignIn.ts';
import type { RoleMapping } from './rolesFromClaims.ts';
import { TABLES } from './tables.ts';
import { welcome } from './welcome.ts';

export interface SignInOptions {
  platform: Platform;
  database: AuthDatabase;
  /** Signs cookies. */
  secret: string;
  plugins: NonNullable<BetterAuthOptions['plugins']>;
  roles: RoleMapping | null;
}

/** How better-auth is set: our tables, our policies, each sign-in on record. */
export function signInOptions(options: SignInOptions): BetterAuthOptions {
  const { platform, database, secret, plugins } = options;
  const { publicUrl } = platform.accounts;
  return {
    appName: 'Afterword',
    baseURL: publicUrl,
    basePath: AUTH,
    secret,
    database: { db: database.db, type: 'postgres', transaction: false },
    ...TABLES,
    plugins: [passkeys(publicUrl), ...plugins],

    // Accounts are made by invitation, by set-up and by the identity provider.
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
      password: { hash: hashPassword, verify: ({ password, hash }) => isPassword(password, hash) },
    },
    user: {
      ...TABLES.user,
      validateUserInfo({ user, source }) {
        if (!user.emailVerified)
          return {
            error: 'email_not_verified',
            errorDescription: 'The identity provider has not verified the mail address.',
          };
        database.current().claims = source.oauth?.profile ?? {};
        return undefined;
      },
    },
    // One that nobody uses ends earlier; see `findCredential`.
    session: {
      ...TABLES.session,
      expiresIn: platform.accounts.sessions.longest,
      freshAge: RECENT_SIGN_IN,
      disableSessionRefresh: true,
    },
    account: { ...TABLES.account, updateAccountOnSignIn: false },
    verification: { ...TABLES.verification, storeIdentifier: 'hashed' },

    databaseHooks: {
      session: {
        create: {
          before: session => welcome(options, session.userId),
          after: (session, context) =>
            endFormerSession(options, context?.headers?.get('cookie') ?? null, session),
        },
        delete: { after: async ({ userId }, context) => recordSignOut(options, userId, context) },
      },
      user: {
        create: {
          after: ({ id }, context) => recordProvider(options, { personId: id, account: 'new' }, context),
        },
      },
      account: {
        create: {
          before: async account => ({ data: { ...account, ...NO_TOKENS } }),
          after: ({ userId }, context) =>
            recordProvider(options, { personId: userId, account: 'linked' }, context),
        },
      },
    },
    hooks: { after: createAuthMiddleware(context => recordSignIn(options, context)) },
    onAPIError: { errorURL: `${publicUrl}/sign-in`, onError: throwFailure },

    advanced: {
      // better-auth knows the prefix `__Secure-` only: ours is part of the name.
      cookiePrefix: cookiePrefix(publicUrl),
      useSecureCookies: false,
      defaultCookieAttributes: { secure: hasTls(publicUrl) },
      // Our routes have compared the origin already, by the one rule that holds for all cookies.
      disableCSRFCheck: true,
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER], ipv6Subnet: 128 },
      database: { generateId: () => randomUUIDv7(), validateSchema: false },
    },
    // Ours are in PostgreSQL, where all processes see them.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Messages only: what comes with them may hold what people typed.
    logger: {
      level: 'warn',
      log: (level, message) => platform.log[level]({ component: 'sign-in' }, message),
    },
  };
}

/** Fields of better-auth that no column of ours can hold. */
const NO_TOKENS = {
  accessToken: undefined,
  refreshToken: undefined,
  idToken: undefined,
  accessTokenExpiresAt: undefined,
  refreshTokenExpiresAt: undefined,
  scope: undefined,
};

/** What is no refusal of better-auth is a failure, and ours to explain: the database's, for one. */
function throwFailure(error: unknown): void {
  if (!isAPIError(error)) throw error;
}

/** A passkey stands for name and password together, so the device must have verified its person. */
const passkeys = (publicUrl: string) =>
  passkey({
    rpID: new URL(publicUrl).hostname,
    rpName: 'Afterword',
    origin: publicUrl,
    schema: { passkey: TABLES.passkey },
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: async ({ verification }) => needUser(verification.registrationInfo?.userVerified),
    },
    authentication: {
      afterVerification: async ({ verification }) => needUser(verification.authenticationInfo.userVerified),
    },
    advanced: { webAuthnChallengeCookie: 'passkey' },
  });

function needUser(isVerified: boolean | undefined): void {
  if (!isVerified)
    throw new APIError('UNAUTHORIZED', {
      code: 'PASSKEY_WITHOUT_USER',
      message: 'The device did not ask who is there: unlock it with a fingerprint, face or PIN.',
    });
}
