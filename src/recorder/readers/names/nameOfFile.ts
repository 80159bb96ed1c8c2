/** The name of a file without folders and endings: `metrics/cpu usage.json.gz` gives `cpu usage`. */
export function nameOfFile(path: string): string {
  const base = path.split(/[/\\!]/).at(-1) ?? path;
  return base.replace(/(\.[a-z]\w{0,7})+$/i, '');
}
