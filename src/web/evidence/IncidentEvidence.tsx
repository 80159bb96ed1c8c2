import { useParams, useSearch } from '@tanstack/react-router';
import { ClipboardPaste } from 'lucide-react';
import { Suspense } from 'react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { cx } from '../ui/cx.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import { ViewLinks } from '../ui/ViewLinks.tsx';
import { EvidenceMenu } from './EvidenceMenu.tsx';
import { takeFiles } from './intake/takeFiles.ts';
import { ReadingStatus } from './reading/ReadingStatus.tsx';
import { useReadings } from './reading/useReadings.ts';
import { PickFiles } from './upload/PickFiles.tsx';
import { UploadList } from './upload/UploadList.tsx';
import { useUploads } from './upload/useUploads.ts';
import { VIEWS, type ViewName, viewOf } from './views.ts';

const VIEW_NAMES = (Object.keys(VIEWS) as ViewName[]).map(id => ({ id, name: t.evidence.view[id] ?? id }));

/** The tab with an incident's evidence: how it comes in, how it was read, and everything that was found in it. */
export function IncidentEvidence() {
  const { id: incidentId = '' } = useParams({ strict: false });
  const search = useSearch({ strict: false }) as { view?: string; reading?: string };
  const me = useMe();
  const mayAdd = me.may(CONTRIBUTORS);
  const uploads = useUploads(incidentId);
  const readings = useReadings(incidentId);
  const { name, View, needsReading } = viewOf(search.view);
  const readingId = search.reading ?? readings.done?.id;

  if (readings.isError && !readings.data)
    return <ErrorState error={readings.error} onRetry={() => void readings.refetch()} />;
  return (
    <>
      <div className="no-print mb-4 flex flex-wrap items-center gap-2">
        <ViewLinks label={t.evidence.views} views={VIEW_NAMES} shown={name} />
        <div
          className={cx('flex flex-1 flex-wrap gap-2 sm:justify-end', name !== 'files' && 'max-sm:hidden')}
        >
          <EvidenceMenu incidentId={incidentId} readings={readings} />
          {mayAdd && <PickFiles onFiles={files => takeFiles(incidentId, files)} />}
        </div>
      </div>
      {readings.newest && (
        <ReadingStatus incidentId={incidentId} newest={readings.newest} done={readings.done} />
      )}
      <UploadList uploads={uploads} />
      {mayAdd && name === 'files' && (
        <p className="no-print mb-3 flex items-center gap-2 text-sm text-muted max-sm:hidden">
          <ClipboardPaste size={14} aria-hidden /> {t.evidence.dropHint}
        </p>
      )}
      <Suspense fallback={<SkeletonRows />}>
        {readings.isPending ? (
          <SkeletonRows />
        ) : (
          (!needsReading || readingId || (
            <p className="py-10 text-center text-muted">{t.evidence.notRead}</p>
          )) && <View incidentId={incidentId} readingId={readingId} />
        )}
      </Suspense>
    </>
  );
}
