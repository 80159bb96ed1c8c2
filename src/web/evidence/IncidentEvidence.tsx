/** Not written yet. */
export function IncidentEvidence() {
  return null;
}
