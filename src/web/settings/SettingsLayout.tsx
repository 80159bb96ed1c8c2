import { Outlet } from '@tanstack/react-router';
import { ADMINISTRATORS } from '../../contract/roles.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Page } from '../ui/Page.tsx';
import { TabLinks } from '../ui/TabLinks.tsx';

const TABS = [
  { to: '/settings', label: t.settings.profile, keys: '1' },
  { to: '/settings/sign-in', label: t.settings.signIn, keys: '2' },
  { to: '/settings/tokens', label: t.tokens.title, keys: '3' },
  { to: '/settings/templates', label: t.templates.title, keys: '4' },
  { to: '/settings/terms', label: t.taxonomy.title, keys: '5' },
] as const;

const JOBS = { to: '/settings/jobs', label: t.jobs.title, keys: '6' } as const;

/** What stands around each part of the settings: one's own first, then the organisation's. */
export function SettingsLayout() {
  const me = useMe();
  return (
    <Page title={t.settings.title} lead={t.settings.lead}>
      <TabLinks label={t.settings.tabs} tabs={me.may(ADMINISTRATORS) ? [...TABS, JOBS] : TABS} />
      <Outlet />
    </Page>
  );
}
