/** Some fields of a row; a field that is absent or undefined stays as it is. */
export type Changes<Fields> = { [Name in keyof Fields]?: Fields[Name] | undefined };
