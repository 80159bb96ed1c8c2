/** Not written yet. */
export function IncidentTimeline() {
  return null;
}
