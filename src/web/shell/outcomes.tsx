import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { RefusedError } from '../../client/refusedError.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';

/** For an address that leads nowhere. */
export function NotFoundPage() {
  return (
    <main>
      <EmptyState
        heading="h1"
        title={t.common.notFoundTitle}
        text={t.common.notFoundText}
        action={
          <Link to="/" className="text-accent underline underline-offset-2">
            {t.common.goHome}
          </Link>
        }
      />
    </main>
  );
}

/** For a page that could not be shown: a refusal in the server's words, anything else as our fault. */
export function BrokenPage({ error, reset }: ErrorComponentProps) {
  if (error instanceof RefusedError) return <ErrorState error={error} onRetry={reset} />;
  return (
    <EmptyState
      heading="h1"
      title={t.common.brokeTitle}
      text={t.common.brokeText}
      action={<Button onClick={() => location.reload()}>{t.common.reload}</Button>}
    />
  );
}
