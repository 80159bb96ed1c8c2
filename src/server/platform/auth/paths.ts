/** Where better-auth answers. */
export const AUTH = '/api/auth';

/** The identity provider's id in paths and tables. */
export const PROVIDER = 'oidc';

/** Where the identity provider sends people back to, below `AUTH`. */
export const CALLBACK = `/callback/${PROVIDER}`;

/** The header in which our routes tell better-auth whose request it is; what a client sends under this name is dropped. */
export const ADDRESS_HEADER = 'x-afterword-address';
