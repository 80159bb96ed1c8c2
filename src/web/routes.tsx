import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { RefusedError } from '../client/refusedError.ts';
import { api, queryClient } from './api.ts';
import { askEarly } from './askEarly.ts';
import { AppShell } from './shell/AppShell.tsx';
import { BrokenPage, NotFoundPage } from './shell/outcomes.tsx';

/** Every page of the app by its path; each page is one file, loaded when it is first opened. */
const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });

/** Filters, tabs and selections stand in the address, so that every state can be linked to; pages inside inherit it. */
const anySearch = (search: Record<string, unknown>): Record<string, unknown> => search;

/** Pages for people who are signed in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  validateSearch: anySearch,
  component: AppShell,
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(api.people.me.queryOptions({ input: {} }));
    } catch (error) {
      if (!(error instanceof RefusedError) || error.code !== 'unauthenticated') throw error;
      throw redirect({ to: '/sign-in', search: { next: location.href } });
    }
  },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { next?: string } =>
    typeof search.next === 'string' ? { next: search.next } : {},
  component: lazyRouteComponent(() => import('./account/SignInPage.tsx'), 'SignInPage'),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('./account/SetupPage.tsx'), 'SetupPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./account/InvitationPage.tsx'), 'InvitationPage'),
});

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('./account/ResetPasswordPage.tsx'), 'ResetPasswordPage'),
});

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  loader: visit => askEarly('home', visit),
  component: lazyRouteComponent(() => import('./home/HomePage.tsx'), 'HomePage'),
});

const services = createRoute({
  getParentRoute: () => inside,
  path: '/services',
  component: lazyRouteComponent(() => import('./services/ServicesPage.tsx'), 'ServicesPage'),
});

const postmortems = createRoute({
  getParentRoute: () => inside,
  path: '/postmortems',
  component: lazyRouteComponent(() => import('./postmortems/PostmortemsPage.tsx'), 'PostmortemsPage'),
});

const postmortem = createRoute({
  getParentRoute: () => inside,
  path: '/postmortems/$id',
  loader: visit => askEarly('postmortem', visit),
  component: lazyRouteComponent(() => import('./postmortems/PostmortemPage.tsx'), 'PostmortemPage'),
});

const actions = createRoute({
  getParentRoute: () => inside,
  path: '/actions',
  component: lazyRouteComponent(() => import('./actions/ActionsPage.tsx'), 'ActionsPage'),
});

const archive = createRoute({
  getParentRoute: () => inside,
  path: '/archive',
  component: lazyRouteComponent(() => import('./archive/ArchivePage.tsx'), 'ArchivePage'),
});

const peopleLayout = createRoute({
  getParentRoute: () => inside,
  path: '/people',
  component: lazyRouteComponent(() => import('./people/PeopleLayout.tsx'), 'PeopleLayout'),
});

const people = createRoute({
  getParentRoute: () => peopleLayout,
  path: '/',
  component: lazyRouteComponent(() => import('./people/PeoplePage.tsx'), 'PeoplePage'),
});

const teams = createRoute({
  getParentRoute: () => peopleLayout,
  path: '/teams',
  component: lazyRouteComponent(() => import('./people/TeamsPage.tsx'), 'TeamsPage'),
});

const invitations = createRoute({
  getParentRoute: () => peopleLayout,
  path: '/invitations',
  component: lazyRouteComponent(() => import('./people/InvitationsPage.tsx'), 'InvitationsPage'),
});

const audit = createRoute({
  getParentRoute: () => inside,
  path: '/audit',
  component: lazyRouteComponent(() => import('./audit/AuditPage.tsx'), 'AuditPage'),
});

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/SettingsLayout.tsx'), 'SettingsLayout'),
});

const profile = createRoute({
  getParentRoute: () => settings,
  path: '/',
  component: lazyRouteComponent(() => import('./settings/ProfilePage.tsx'), 'ProfilePage'),
});

const signInSettings = createRoute({
  getParentRoute: () => settings,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./settings/SignInSettingsPage.tsx'), 'SignInSettingsPage'),
});

const tokens = createRoute({
  getParentRoute: () => settings,
  path: '/tokens',
  component: lazyRouteComponent(() => import('./settings/tokens/TokensPage.tsx'), 'TokensPage'),
});

const templates = createRoute({
  getParentRoute: () => settings,
  path: '/templates',
  component: lazyRouteComponent(() => import('./settings/templates/TemplatesPage.tsx'), 'TemplatesPage'),
});

const template = createRoute({
  getParentRoute: () => settings,
  path: '/templates/$id',
  component: lazyRouteComponent(() => import('./settings/templates/TemplatePage.tsx'), 'TemplatePage'),
});

const terms = createRoute({
  getParentRoute: () => settings,
  path: '/terms',
  component: lazyRouteComponent(() => import('./settings/terms/TermsPage.tsx'), 'TermsPage'),
});

const jobs = createRoute({
  getParentRoute: () => settings,
  path: '/jobs',
  component: lazyRouteComponent(() => import('./settings/jobs/JobsPage.tsx'), 'JobsPage'),
});

const design = createRoute({
  getParentRoute: () => inside,
  path: '/design',
  component: lazyRouteComponent(() => import('./ui/design/DesignPage.tsx'), 'DesignPage'),
});

const incidents = createRoute({
  getParentRoute: () => inside,
  path: '/incidents',
  loader: visit => askEarly('incidents', visit),
  component: lazyRouteComponent(() => import('./incidents/IncidentsPage.tsx'), 'IncidentsPage'),
});

const incident = createRoute({
  getParentRoute: () => inside,
  path: '/incidents/$id',
  loader: visit => askEarly('incident', visit),
  component: lazyRouteComponent(() => import('./incidents/IncidentPage.tsx'), 'IncidentPage'),
});

const incidentOverview = createRoute({
  getParentRoute: () => incident,
  path: '/',
  component: lazyRouteComponent(() => import('./incidents/IncidentOverview.tsx'), 'IncidentOverview'),
});

const incidentTimeline = createRoute({
  getParentRoute: () => incident,
  path: '/timeline',
  component: lazyRouteComponent(() => import('./timeline/IncidentTimeline.tsx'), 'IncidentTimeline'),
});

const incidentEvidence = createRoute({
  getParentRoute: () => incident,
  path: '/evidence',
  component: lazyRouteComponent(() => import('./evidence/IncidentEvidence.tsx'), 'IncidentEvidence'),
});

const incidentSuspects = createRoute({
  getParentRoute: () => incident,
  path: '/suspects',
  component: lazyRouteComponent(() => import('./suspects/IncidentSuspects.tsx'), 'IncidentSuspects'),
});

const incidentActions = createRoute({
  getParentRoute: () => incident,
  path: '/actions',
  component: lazyRouteComponent(() => import('./actions/IncidentActions.tsx'), 'IncidentActions'),
});

const incidentPostmortem = createRoute({
  getParentRoute: () => incident,
  path: '/postmortem',
  loader: visit => askEarly('incidentPostmortem', visit),
  component: lazyRouteComponent(() => import('./postmortems/IncidentPostmortem.tsx'), 'IncidentPostmortem'),
});

const incidentActivity = createRoute({
  getParentRoute: () => incident,
  path: '/activity',
  component: lazyRouteComponent(
    () => import('./incidents/activity/IncidentActivity.tsx'),
    'IncidentActivity',
  ),
});

const routeTree = root.addChildren([
  signIn,
  setup,
  invitation,
  resetPassword,
  inside.addChildren([
    home,
    services,
    postmortems,
    postmortem,
    actions,
    archive,
    peopleLayout.addChildren([people, teams, invitations]),
    audit,
    settings.addChildren([profile, signInSettings, tokens, templates, template, terms, jobs]),
    design,
    incidents,
    incident.addChildren([
      incidentOverview,
      incidentTimeline,
      incidentEvidence,
      incidentSuspects,
      incidentActions,
      incidentPostmortem,
      incidentActivity,
    ]),
  ]),
]);

/** The app's router. */
export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: BrokenPage,
  defaultNotFoundComponent: NotFoundPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
