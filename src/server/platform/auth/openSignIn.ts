import { type Auth, betterAuth } from 'better-auth';
import { type SignInOptions, signInOptions } from './signInOptions.ts';

/** Makes better-auth with what needs nobody else: passwords, passkeys, sessions. */
export const openSignIn = (options: SignInOptions): Auth => betterAuth(signInOptions(options)) as Auth;
