import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { ListFrame } from '../../ui/ListFrame.tsx';
import { paging } from '../../ui/paging.ts';
import { Time } from '../../ui/Time.tsx';

/** Who did what with a file of evidence, newest first. */
export function CustodyTrail({ id }: { id: string }) {
  const list = useInfiniteQuery(
    api.evidence.custody.infiniteOptions({
      input: (cursor: string | undefined) => ({ id, limit: 50, ...(cursor && { cursor }) }),
      ...paging,
    }),
  );
  return (
    <ListFrame list={list} empty={<p className="text-muted">{t.common.none}</p>}>
      {entries => (
        <ol className="flex flex-col gap-2.5 border-l border-line pl-4">
          {entries.map(({ id: event, at, operation, kind, actor, reason }) => (
            <li key={event}>
              <p className="flex flex-wrap items-baseline gap-x-2">
                <span className="font-medium">
                  <bdi>{actor.name ?? t.evidence.actor[actor.kind] ?? actor.kind}</bdi>
                </span>
                <span>
                  {t.evidence.did[operation] ??
                    (kind === 'evidence_read' ? t.evidence.readRecords : operation)}
                </span>
                <span className="text-sm text-muted">
                  <Time at={at} />
                </span>
              </p>
              {reason && <p className="text-sm text-muted">“{reason}”</p>}
            </li>
          ))}
        </ol>
      )}
    </ListFrame>
  );
}
