import { Outlet } from '@tanstack/react-router';
import { ADMINISTRATORS } from '../../contract/roles.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Page } from '../ui/Page.tsx';
import { TabLinks } from '../ui/TabLinks.tsx';

const TABS = [
  { to: '/people', label: t.people.title, keys: '1' },
  { to: '/people/teams', label: t.teams.title, keys: '2' },
] as const;

const INVITATIONS = { to: '/people/invitations', label: t.invitations.title, keys: '3' } as const;

/** What stands around the lists of people, teams and invitations. */
export function PeopleLayout() {
  const me = useMe();
  return (
    <Page title={t.people.title} lead={t.people.lead}>
      <TabLinks label={t.people.tabs} tabs={me.may(ADMINISTRATORS) ? [...TABS, INVITATIONS] : TABS} />
      <Outlet />
    </Page>
  );
}
