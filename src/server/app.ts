import { eventHandlers } from './events/handlers.ts';
import { jobHandlers } from './jobs/handlers.ts';
import { operations } from './platform/operations/operations.ts';
import { serviceHandlers } from './services/handlers.ts';
import { templateHandlers } from './templates/handlers.ts';

/** Every operation of the contract and its handler; the compiler sees to it that none lacks one. */
export const router = operations.router({
  events: eventHandlers,
  jobs: jobHandlers,
  services: serviceHandlers,
  templates: templateHandlers,
});
