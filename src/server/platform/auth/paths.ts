/** Where better-auth answers. */
export const AUTH = '/api/auth';

/** The header in which our routes tell better-auth whose request it is; what a client sends under this name is dropped. */
export const ADDRESS_HEADER = 'x-afterword-address';
