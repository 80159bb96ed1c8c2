const DATED = /^\d{4}-\d\d-\d\d(?:[T_ ].*)?$/;

/** What a file's place says it is from: its name without endings, or its folder's where the name is only a date. */
export function sourceOfPath(path: string): string {
  const parts = path.split(/[/\\!]/).map(part => part.replace(/(\.[a-z]\w{0,7})+$/i, ''));
  const name = parts.at(-1) ?? '';
  return DATED.test(name) ? (parts.at(-2) ?? name) : name;
}
