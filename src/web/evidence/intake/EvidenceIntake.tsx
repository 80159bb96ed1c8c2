import { useMatch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import type { UploadSource } from '../../../client/uploadEvidence.ts';
import { t } from '../../messages/index.ts';
import { DropOverlay } from './DropOverlay.tsx';
import { usePaste } from './usePaste.ts';

const IntakeDialog = lazy(() =>
  import('./IntakeDialog.tsx').then(module => ({ default: module.IntakeDialog })),
);

interface Held {
  files: readonly UploadSource[];
  isPasted: boolean;
}

/**
 * Takes files wherever they are dropped or pasted. What is dropped on an incident becomes its evidence at once; what is
 * pasted is shown first, because what was copied last is not always what one thinks; elsewhere it is asked where to.
 */
export function EvidenceIntake() {
  const incidentId = useMatch({ from: '/inside/incidents/$id', shouldThrow: false })?.params.id;
  const [held, setHeld] = useState<Held>();
  const drop = useCallback(
    (files: UploadSource[]) => {
      // What sends them is not needed to show the first page.
      if (incidentId) void import('./takeFiles.ts').then(({ takeFiles }) => takeFiles(incidentId, files));
      else if (files.length > 0)
        setHeld(before => ({ files: [...(before?.files ?? []), ...files], isPasted: false }));
    },
    [incidentId],
  );
  usePaste(useCallback(files => setHeld({ files, isPasted: true }), []));
  return (
    <>
      <DropOverlay text={incidentId ? t.intake.dropHere(incidentId) : t.intake.dropAnywhere} onFiles={drop} />
      {held && (
        <Suspense>
          <IntakeDialog {...held} incidentId={incidentId} onClose={() => setHeld(undefined)} />
        </Suspense>
      )}
    </>
  );
}
