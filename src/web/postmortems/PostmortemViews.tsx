import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { t } from '../messages/index.ts';
import { cx } from '../ui/cx.ts';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import { PostmortemText } from './PostmortemText.tsx';
import type { Postmortem } from './postmortem.ts';

const FindingsView = lazy(() => import('./FindingsView.tsx').then(m => ({ default: m.FindingsView })));
const VersionsView = lazy(() => import('./VersionsView.tsx').then(m => ({ default: m.VersionsView })));

const VIEWS = { text: PostmortemText, findings: FindingsView, versions: VersionsView } as const;
type ViewName = keyof typeof VIEWS;

/** Text, findings and versions of a postmortem; which one is shown stands in the address. */
export function PostmortemViews({ postmortem }: { postmortem: Postmortem }) {
  const search = useSearch({ strict: false }) as { view?: string };
  const navigate = useNavigate();
  const name: ViewName = search.view && search.view in VIEWS ? (search.view as ViewName) : 'text';
  const View = VIEWS[name];
  return (
    <>
      <div className="no-print mb-4 flex gap-1" role="tablist" aria-label={t.postmortems.title}>
        {(Object.keys(VIEWS) as ViewName[]).map(view => (
          <button
            key={view}
            type="button"
            role="tab"
            aria-selected={view === name}
            className={cx(
              'h-7 rounded px-2.5 text-sm',
              view === name ? 'bg-accent-soft font-medium text-accent' : 'text-muted hover:bg-sunken',
            )}
            onClick={() =>
              void navigate({ to: '.', search: { ...search, view: view === 'text' ? undefined : view } })
            }
          >
            {t.postmortems.view[view]}
          </button>
        ))}
      </div>
      <Suspense fallback={<SkeletonRows />}>
        <View postmortem={postmortem} />
      </Suspense>
    </>
  );
}
