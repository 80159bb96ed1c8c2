import { events } from './events.ts';
import { jobs } from './jobs.ts';
import { services } from './services.ts';
import { templates } from './templates.ts';

/** Everything that can be asked of the system. Server, client, command line and assistants' tools follow from it. */
export const contract = { events, jobs, services, templates };
export type Contract = typeof contract;
