import { useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { t } from '../messages/index.ts';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import { ViewLinks } from '../ui/ViewLinks.tsx';
import { PostmortemText } from './PostmortemText.tsx';
import type { Postmortem } from './postmortem.ts';

const FindingsView = lazy(() => import('./FindingsView.tsx').then(m => ({ default: m.FindingsView })));
const VersionsView = lazy(() => import('./VersionsView.tsx').then(m => ({ default: m.VersionsView })));

const VIEWS = { text: PostmortemText, findings: FindingsView, versions: VersionsView } as const;
type ViewName = keyof typeof VIEWS;
const NAMES = (Object.keys(VIEWS) as ViewName[]).map(id => ({ id, name: t.postmortems.view[id] }));

/** Text, findings and versions of a postmortem; which one is shown stands in the address. */
export function PostmortemViews({ postmortem }: { postmortem: Postmortem }) {
  const { view }: { view?: string } = useSearch({ strict: false });
  const shown: ViewName = view && view in VIEWS ? (view as ViewName) : 'text';
  const View = VIEWS[shown];
  return (
    <>
      <div className="mb-4">
        <ViewLinks label={t.postmortems.views} views={NAMES} shown={shown} />
      </div>
      <Suspense fallback={<SkeletonRows />}>
        <View postmortem={postmortem} />
      </Suspense>
    </>
  );
}
