/** Not written yet. */
export function IncidentPostmortem() {
  return null;
}
