import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Meter } from '../ui/Meter.tsx';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import { type Missing, whatIsMissing } from './missing.ts';
import type { Postmortem } from './postmortem.ts';

/** What a postmortem lacks, each leading to where it is put right. */
export function MissingList({ postmortem }: { postmortem: Postmortem }) {
  const findings = useQuery(api.findings.list.queryOptions({ input: { postmortemId: postmortem.id } }));
  if (findings.isPending) return <SkeletonRows count={3} />;
  const missing = whatIsMissing(postmortem, findings.data?.items ?? []);
  if (missing.length === 0)
    return (
      <p className="mb-4 flex items-center gap-2">
        <CircleCheck size={16} aria-hidden className="shrink-0 text-good" />
        {t.postmortems.nothingMissing}
      </p>
    );
  return (
    <section aria-labelledby="missing" className="mb-4">
      <div className="mb-2 flex items-center gap-3">
        <h3 id="missing" className="flex-1 font-semibold">
          {t.postmortems.missing(missing.length)}
        </h3>
        <Meter
          percent={postmortem.completeness}
          label={t.postmortems.completeness(postmortem.completeness)}
        />
      </div>
      <ul className="divide-y divide-line rounded border border-line">
        {missing.map(each => (
          <li key={each.id} className="px-3 py-2">
            <MissingName missing={each} />
            <p className="text-sm text-muted">{each.reason}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function MissingName({ missing: { id, name, place } }: { missing: Missing }) {
  const text = (
    <span className="line-clamp-2 font-medium [overflow-wrap:anywhere]">
      <bdi>{name}</bdi>
    </span>
  );
  if (place === 'nowhere') return text;
  return (
    <Link
      to="."
      search={(before: object) => ({
        ...before,
        panel: undefined,
        view: place === 'finding' ? 'findings' : undefined,
      })}
      hash={id}
      className="block hover:text-accent hover:underline"
    >
      {text}
    </Link>
  );
}
