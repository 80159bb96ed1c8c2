import { useMutation } from '@tanstack/react-query';
import { FileCheck } from 'lucide-react';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { saveFile } from '../timeline/saveFile.ts';
import { Button } from '../ui/Button.tsx';
import { sayError } from '../ui/Toasts.tsx';
import { ReadAgain } from './reading/ReadAgain.tsx';
import { isUnderWay, type useReadings } from './reading/useReadings.ts';

interface EvidenceMenuProps {
  incidentId: string;
  readings: ReturnType<typeof useReadings>;
}

/** What can be done with all evidence: take its signed manifest along, read it again. */
export function EvidenceMenu({ incidentId, readings: { newest, done } }: EvidenceMenuProps) {
  const me = useMe();
  const manifest = useMutation({
    mutationFn: (readingId: string) => api.readings.manifest.call({ incidentId, readingId }),
    onSuccess: file => saveFile(file as Blob, `${incidentId}-manifest.jsonl`),
    onError: sayError,
  });
  return (
    <>
      {done && (
        <Button
          icon={<FileCheck size={15} aria-hidden />}
          isBusy={manifest.isPending}
          onClick={() => manifest.mutate(done.id)}
        >
          {t.evidence.manifest}
        </Button>
      )}
      {newest && newest.state !== 'failed' && !isUnderWay(newest) && me.may(CONTRIBUTORS) && (
        <ReadAgain incidentId={incidentId} before={newest} />
      )}
    </>
  );
}
