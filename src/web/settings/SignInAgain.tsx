import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { RECENT_SIGN_IN } from '../../contract/sessions.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { LinkButton } from '../ui/LinkButton.tsx';

/** Says, where it is too late to change how one's account is opened, that one must sign in again first. */
export function SignInAgain() {
  const { data } = useQuery(api.sessions.list.queryOptions({ input: {} }));
  const { href } = useLocation();
  const begun = data?.items.find(({ isCurrent }) => isCurrent)?.createdAt;
  if (!begun || Date.now() - Date.parse(begun) < RECENT_SIGN_IN * 1000) return null;
  return (
    <section
      aria-label={t.account.again.title}
      className="mb-4 flex flex-wrap items-center gap-3 rounded border border-line bg-panel px-4 py-3"
    >
      <p className="min-w-0 flex-1 basis-72">{t.account.again.text}</p>
      <LinkButton to="/sign-in" search={{ next: href }}>
        {t.account.again.action}
      </LinkButton>
    </section>
  );
}
