/** Not written yet. */
export function AuditPage() {
  return null;
}
