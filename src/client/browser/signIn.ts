import type { Problem } from '../../contract/errors.ts';
import { RefusedError } from '../refusedError.ts';

const AUTH = '/api/auth';

async function send(path: string, body: object): Promise<Response> {
  const response = await fetch(AUTH + path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new RefusedError((await response.json()) as Problem);
  return response;
}

async function read(path: string): Promise<unknown> {
  const response = await fetch(AUTH + path, { credentials: 'same-origin' });
  if (!response.ok) throw new RefusedError((await response.json()) as Problem);
  return response.json();
}

/** Opens a session of this browser. Rejects with `RefusedError`. */
export async function signInWithPassword(email: string, password: string): Promise<void> {
  await send('/sign-in/email', { email, password });
}

/** Lets the browser ask for a passkey and opens a session. Rejects with `RefusedError`, or as the browser does. */
export async function signInWithPasskey(): Promise<void> {
  const options = (await read(
    '/passkey/generate-authenticate-options',
  )) as PublicKeyCredentialRequestOptionsJSON;
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential | null;
  await send('/passkey/verify-authentication', { response: credential?.toJSON() });
}

/** Lets the browser make a passkey for the person who is signed in. */
export async function addPasskey(name: string): Promise<void> {
  const query = new URLSearchParams({ name });
  const options = (await read(
    `/passkey/generate-register-options?${query}`,
  )) as PublicKeyCredentialCreationOptionsJSON;
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const credential = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential | null;
  await send('/passkey/verify-registration', { response: credential?.toJSON(), name });
}

/** Where single sign-on begins; it comes back to the page named. */
export const singleSignOnUrl = (next: string): string =>
  `${AUTH}/single-sign-on?${new URLSearchParams({ next })}`;

/** Ends this browser's session. */
export async function signOut(): Promise<void> {
  await send('/sign-out', {});
}
