/** Not written yet. */
export function ActionsPage() {
  return null;
}
