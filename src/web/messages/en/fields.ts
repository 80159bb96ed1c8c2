import type { FieldTexts } from '../../forms/fieldTexts.ts';
import { account } from './account.ts';
import { common } from './common.ts';
import { invitations, people, teams } from './people.ts';
import { access, taxonomy, templates, tokens } from './settings.ts';

/** What forms call the fields of the contract's operations: by feature, then by field. */
export const fields = {
  people: {
    name: { label: people.name },
    roles: {
      label: people.roles,
      hint: people.rolesHint,
      choices: people.role,
      choiceTexts: people.roleText,
    },
  },
  passwords: {
    current: { label: access.current },
    password: { label: access.fresh, hint: account.passwordHint },
  },
  tokens: {
    name: { label: tokens.name, hint: tokens.nameHint },
    scopes: { label: tokens.scopes, pattern: tokens.scopePattern },
    expiresAt: { label: tokens.expiry },
  },
  taxonomy: {
    id: { label: taxonomy.id, hint: taxonomy.idHint, pattern: taxonomy.idPattern },
    name: { label: taxonomy.name },
    description: { label: taxonomy.description, hint: taxonomy.descriptionHint },
  },
  teams: {
    name: { label: teams.name },
    description: { label: teams.description },
  },
  invitations: {
    email: { label: invitations.email },
    roles: {
      label: people.roles,
      hint: people.rolesHint,
      choices: people.role,
      choiceTexts: people.roleText,
    },
    teamIds: { label: people.teams },
    days: { label: invitations.days },
  },
  templates: {
    name: { label: templates.name },
    description: { label: templates.description },
    sections: {
      label: templates.sections,
      add: templates.addSection,
      untitled: templates.untitled,
      fields: {
        title: { label: templates.sectionTitle },
        id: {
          label: templates.sectionId,
          hint: templates.sectionIdHint,
          pattern: templates.sectionIdPattern,
        },
        guidance: { label: templates.guidance, hint: templates.guidanceHint },
        isRequired: { label: templates.isRequired, badge: common.required },
        minimumWords: { label: templates.minimumWords, hint: templates.minimumWordsHint },
        filledBy: { label: templates.filledBy, choices: templates.fills },
      },
    },
  },
} satisfies Record<string, Record<string, FieldTexts>> as Record<string, Record<string, FieldTexts>>;
