/** The `like` pattern of texts that hold a person's text somewhere; its `%`, `_` and `\` mean themselves. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
