/** Not written yet. */
export function IncidentActions() {
  return null;
}
