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
import { AppShell } from './shell/AppShell.tsx';
import { BrokenPage, NotFoundPage } from './shell/outcomes.tsx';

/** Every page of the app by its path; each page is one file, loaded when it is first opened. */
const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });

/** Filters, tabs and selections stand in the address, so that every state can be linked to. */
const anySearch = (search: Record<string, unknown>): Record<string, unknown> => search;

/** Pages for people who are signed in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
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

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: lazyRouteComponent(() => import('./home/HomePage.tsx'), 'HomePage'),
});

const services = createRoute({
  getParentRoute: () => inside,
  path: '/services',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('./services/ServicesPage.tsx'), 'ServicesPage'),
});

const design = createRoute({
  getParentRoute: () => inside,
  path: '/design',
  component: lazyRouteComponent(() => import('./ui/DesignPage.tsx'), 'DesignPage'),
});

const routeTree = root.addChildren([signIn, setup, inside.addChildren([home, services, design])]);

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
