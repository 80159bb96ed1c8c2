import { account } from './en/account.ts';
import { actions } from './en/actions.ts';
import { activity } from './en/activity.ts';
import { archive } from './en/archive.ts';
import { audit } from './en/audit.ts';
import { common } from './en/common.ts';
import { evidence } from './en/evidence.ts';
import { fields } from './en/fields.ts';
import { forms } from './en/forms.ts';
import { home } from './en/home.ts';
import { incidentBulk } from './en/incidentBulk.ts';
import { incidentPeople } from './en/incidentPeople.ts';
import { incidents } from './en/incidents.ts';
import { intake } from './en/intake.ts';
import { invitations, people, teams } from './en/people.ts';
import { postmortems } from './en/postmortems.ts';
import { restriction } from './en/restriction.ts';
import { savedFilters } from './en/savedFilters.ts';
import { selection } from './en/selection.ts';
import { services } from './en/services.ts';
import { access, jobs, settings, taxonomy, templates, tokens } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { suspects } from './en/suspects.ts';
import { timeline } from './en/timeline.ts';
import { traces } from './en/traces.ts';

/** Every text of the app, in the reader's language. Another language is another object of this type. */
export const t = {
  access,
  account,
  actions,
  activity,
  archive,
  audit,
  common,
  evidence,
  fields,
  forms,
  home,
  incidentBulk,
  incidentPeople,
  incidents,
  intake,
  invitations,
  jobs,
  people,
  postmortems,
  restriction,
  savedFilters,
  selection,
  services,
  settings,
  shell,
  taxonomy,
  suspects,
  teams,
  templates,
  timeline,
  tokens,
  traces,
};
