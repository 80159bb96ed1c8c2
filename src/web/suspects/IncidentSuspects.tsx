/** Not written yet. */
export function IncidentSuspects() {
  return null;
}
