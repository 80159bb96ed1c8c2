import { actions } from './actions.ts';
import { audit } from './audit.ts';
import { drafts } from './drafts.ts';
import { events } from './events.ts';
import { evidence } from './evidence.ts';
import { findings } from './findings.ts';
import { incidents } from './incidents.ts';
import { invitations } from './invitations.ts';
import { jobs } from './jobs.ts';
import { moments } from './moments.ts';
import { notes } from './notes.ts';
import { passkeys } from './passkeys.ts';
import { passwords } from './passwords.ts';
import { people } from './people.ts';
import { postmortems } from './postmortems.ts';
import { readings } from './readings.ts';
import { records } from './records.ts';
import { search } from './search.ts';
import { services } from './services.ts';
import { sessions } from './sessions.ts';
import { setup } from './setup.ts';
import { taxonomy } from './taxonomy.ts';
import { teams } from './teams.ts';
import { templates } from './templates.ts';
import { timeline } from './timeline.ts';
import { tokens } from './tokens.ts';
import { traces } from './traces.ts';
import { uploads } from './uploads.ts';

/** Everything that can be asked of the system. Server, client, command line and assistants' tools follow from it. */
export const contract = {
  actions,
  drafts,
  audit,
  events,
  evidence,
  findings,
  incidents,
  invitations,
  jobs,
  moments,
  notes,
  passkeys,
  passwords,
  people,
  postmortems,
  readings,
  records,
  search,
  services,
  sessions,
  setup,
  taxonomy,
  teams,
  templates,
  timeline,
  tokens,
  traces,
  uploads,
};
export type Contract = typeof contract;
