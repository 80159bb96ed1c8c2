/** Not written yet. */
export function PostmortemsPage() {
  return null;
}
