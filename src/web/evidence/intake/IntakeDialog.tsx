import { Siren } from 'lucide-react';
import { useState } from 'react';
import type { UploadSource } from '../../../client/uploadEvidence.ts';
import { DeclareDialog } from '../../incidents/DeclareDialog.tsx';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { HeldFiles } from './HeldFiles.tsx';
import { OpenIncidents } from './OpenIncidents.tsx';
import { takeFiles } from './takeFiles.ts';

interface IntakeDialogProps {
  files: readonly UploadSource[];
  /** Their names were made up by us, and can be changed. */
  isPasted: boolean;
  /** The incident that is shown: it is not asked for then. */
  incidentId: string | undefined;
  onClose(): void;
}

/** Asks what has to be known before files become evidence: their names, and the incident, which may be a new one. */
export function IntakeDialog({ files, isPasted, incidentId, onClose }: IntakeDialogProps) {
  const [names, setNames] = useState<Readonly<Record<number, string>>>({});
  const [picked, setPicked] = useState('');
  const [isDeclaring, setDeclaring] = useState(false);
  const target = incidentId ?? picked;
  const named = files.map((file, place) => ({ ...file, name: names[place] ?? file.name }));
  const put = (id: string): void => {
    takeFiles(id, named);
    onClose();
  };
  if (isDeclaring) return <DeclareDialog isOpen onClose={() => setDeclaring(false)} onDeclared={put} />;
  return (
    <FormDialog
      title={t.intake.title(files.length)}
      description={t.intake.text}
      verb={t.intake.add}
      form={{ isChanged: false, error: null }}
      isBusy={false}
      isBlank={target === ''}
      aside={
        !incidentId && (
          <Button icon={<Siren size={15} aria-hidden />} onClick={() => setDeclaring(true)}>
            {t.intake.declare}
          </Button>
        )
      }
      onSubmit={() => put(target)}
      onClose={onClose}
    >
      <HeldFiles
        files={named}
        {...(isPasted && { onRename: (place, name) => setNames({ ...names, [place]: name }) })}
      />
      {!incidentId && <OpenIncidents picked={picked} onPick={setPicked} />}
    </FormDialog>
  );
}
