import { RefusedError } from '../../client/refusedError.ts';
import { t } from '../messages/index.ts';
import { Button } from './Button.tsx';

/** What went wrong, in the server's words where it gave any, and what to do. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const problem = error instanceof RefusedError ? error.problem : undefined;
  return (
    <div role="alert" className="mx-auto flex max-w-lg flex-col items-start gap-2 px-4 py-10">
      <h2 className="text-lg font-semibold">{problem?.title ?? t.common.failed}</h2>
      <p className="text-muted">{problem?.detail ?? t.common.offline}</p>
      {problem && <p className="font-mono text-xs text-muted">{problem.instance}</p>}
      {onRetry && (
        <Button className="mt-2" onClick={onRetry}>
          {t.common.retry}
        </Button>
      )}
    </div>
  );
}
