import { events } from './events.ts';
import { incidents } from './incidents.ts';
import { jobs } from './jobs.ts';
import { moments } from './moments.ts';
import { notes } from './notes.ts';
import { services } from './services.ts';
import { taxonomy } from './taxonomy.ts';
import { templates } from './templates.ts';

/** Everything that can be asked of the system. Server, client, command line and assistants' tools follow from it. */
export const contract = { events, incidents, jobs, moments, notes, services, taxonomy, templates };
export type Contract = typeof contract;
