/** Not written yet. */
export function ArchivePage() {
  return null;
}
