import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Page } from '../ui/Page.tsx';

/** What needs me, what is burning, what is overdue. */
export function HomePage() {
  const me = useMe();
  return (
    <Page title={t.shell.home} lead={me.name}>
      <p />
    </Page>
  );
}
