import type { Entry } from './activity.ts';

interface Place {
  to: string;
  search?: Record<string, string>;
}

/** Where the nouns are that hang on an incident, by their kind. */
const PLACES: Readonly<Record<string, (id: string, incident: string) => Place>> = {
  evidence: (id, incident) => ({ to: `${incident}/evidence`, search: { file: id } }),
  reading: (_, incident) => ({ to: `${incident}/evidence`, search: { view: 'readings' } }),
  moment: (id, incident) => ({ to: `${incident}/timeline`, search: { chosen: `moment:${id}` } }),
  note: (_, incident) => ({ to: incident }),
  postmortem: (_, incident) => ({ to: `${incident}/postmortem` }),
  finding: (_, incident) => ({ to: `${incident}/postmortem`, search: { view: 'findings' } }),
  action: (id, incident) => ({ to: `${incident}/actions`, search: { open: id } }),
};

/** The page with what something was done to; undefined where that is the incident itself, or gone. */
export const subjectLink = ({ subject }: Entry, incidentNumber: string): Place | undefined =>
  subject ? PLACES[subject.kind]?.(subject.id, `/incidents/${incidentNumber}`) : undefined;
