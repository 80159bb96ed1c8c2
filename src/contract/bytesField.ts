/** The input field that holds a file's bytes, in an operation that takes some: they are the request's body themselves. */
export const BYTES = 'bytes';
