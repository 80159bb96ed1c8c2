/** What log rotation and packing add to a name: `.1`, `-20230130`, `.2023-01-30_13`, `.gz`. */
const ROTATION = /(?:\.(?:gz|zst|zip|bz2|xz)|\.\d{1,3}|[.-]\d{4}-?\d{2}-?\d{2}(?:[T_-]?\d{2,6})?)$/;

/** The source of a file's records when they name none: its path, the same for all rotations of one log. */
export function sourceOf(path: string): string {
  let source = path;
  for (let rotation = ROTATION.exec(source); rotation !== null; rotation = ROTATION.exec(source)) {
    const shorter = source.slice(0, rotation.index);
    if (shorter === '' || shorter.endsWith('/')) return source;
    source = shorter;
  }
  return source;
}
