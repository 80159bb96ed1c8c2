/** Not written yet. */
export function PostmortemPage() {
  return null;
}
