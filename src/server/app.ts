import { eventHandlers } from './events/handlers.ts';
import { incidentHandlers } from './incidents/handlers.ts';
import { jobHandlers } from './jobs/handlers.ts';
import { momentHandlers } from './moments/handlers.ts';
import { noteHandlers } from './notes/handlers.ts';
import { operations } from './platform/operations/operations.ts';
import { serviceHandlers } from './services/handlers.ts';
import { taxonomyHandlers } from './taxonomy/handlers.ts';
import { templateHandlers } from './templates/handlers.ts';

/** Every operation of the contract and its handler; the compiler sees to it that none lacks one. */
export const router = operations.router({
  events: eventHandlers,
  incidents: incidentHandlers,
  jobs: jobHandlers,
  moments: momentHandlers,
  notes: noteHandlers,
  services: serviceHandlers,
  taxonomy: taxonomyHandlers,
  templates: templateHandlers,
});
