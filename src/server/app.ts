import { actionHandlers } from './actions/handlers.ts';
import { auditHandlers } from './audit/handlers.ts';
import { eventHandlers } from './events/handlers.ts';
import { draftHandlers } from './evidence/drafts/handlers.ts';
import { evidenceHandlers } from './evidence/items/handlers.ts';
import { readingHandlers } from './evidence/readings/handlers.ts';
import { recordHandlers } from './evidence/records/handlers.ts';
import { uploadHandlers } from './evidence/uploads/handlers.ts';
import { findingHandlers } from './findings/handlers.ts';
import { incidentHandlers } from './incidents/handlers.ts';
import { invitationHandlers } from './invitations/handlers.ts';
import { jobHandlers } from './jobs/handlers.ts';
import { momentHandlers } from './moments/handlers.ts';
import { noteHandlers } from './notes/handlers.ts';
import { passkeyHandlers } from './passkeys/handlers.ts';
import { passwordHandlers } from './passwords/handlers.ts';
import { personHandlers } from './people/handlers.ts';
import { operations } from './platform/operations/operations.ts';
import { postmortemHandlers } from './postmortems/handlers.ts';
import { searchHandlers } from './search/handlers.ts';
import { serviceHandlers } from './services/handlers.ts';
import { sessionHandlers } from './sessions/handlers.ts';
import { setupHandlers } from './setup/handlers.ts';
import { taxonomyHandlers } from './taxonomy/handlers.ts';
import { teamHandlers } from './teams/handlers.ts';
import { templateHandlers } from './templates/handlers.ts';
import { timelineHandlers } from './timeline/handlers.ts';
import { tokenHandlers } from './tokens/handlers.ts';
import { traceHandlers } from './traces/handlers.ts';

/** Every operation of the contract and its handler; the compiler sees to it that none lacks one. */
export const router = operations.router({
  actions: actionHandlers,
  drafts: draftHandlers,
  audit: auditHandlers,
  events: eventHandlers,
  evidence: evidenceHandlers,
  findings: findingHandlers,
  incidents: incidentHandlers,
  invitations: invitationHandlers,
  jobs: jobHandlers,
  moments: momentHandlers,
  notes: noteHandlers,
  passkeys: passkeyHandlers,
  passwords: passwordHandlers,
  people: personHandlers,
  postmortems: postmortemHandlers,
  readings: readingHandlers,
  records: recordHandlers,
  search: searchHandlers,
  services: serviceHandlers,
  sessions: sessionHandlers,
  setup: setupHandlers,
  taxonomy: taxonomyHandlers,
  teams: teamHandlers,
  templates: templateHandlers,
  timeline: timelineHandlers,
  tokens: tokenHandlers,
  traces: traceHandlers,
  uploads: uploadHandlers,
});
