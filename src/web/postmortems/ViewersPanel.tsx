import { api } from '../api.ts';
import type { Grantee } from '../incidents/access/grantee.ts';
import { PickGrantees } from '../incidents/access/PickGrantees.tsx';
import { t } from '../messages/index.ts';
import { CheckField } from '../ui/CheckField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextArea } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { say } from '../ui/Toasts.tsx';
import { useForm } from '../ui/useForm.ts';
import type { Postmortem } from './postmortem.ts';
import { usePostmortemChange } from './usePostmortemChange.ts';
import { ViewerList } from './ViewerList.tsx';

interface ViewersPanelProps {
  postmortem: Postmortem;
  mayRestrict: boolean;
  onClose(): void;
}

/** Who may see a postmortem; whoever may, restricts it here and says to whom. */
export function ViewersPanel({ postmortem, mayRestrict, onClose }: ViewersPanelProps) {
  if (mayRestrict) return <Editor postmortem={postmortem} onClose={onClose} />;
  return (
    <Dialog isOpen onClose={onClose} place="side" title={t.postmortems.viewers}>
      <ViewerList postmortem={postmortem} />
    </Dialog>
  );
}

const LEVELS = ['open', 'restricted'] as const;

function Editor({ postmortem, onClose }: Omit<ViewersPanelProps, 'mayRestrict'>) {
  const { id, version, access, isRestricted } = postmortem;
  const change = usePostmortemChange({ onRefused() {} });
  const form = useForm(
    {
      level: (isRestricted ? 'restricted' : 'open') as (typeof LEVELS)[number],
      viewers: [
        ...access.people.map(person => ({ ...person, isTeam: false })),
        ...access.teams.map(team => ({ ...team, isTeam: true })),
      ] as Grantee[],
      reason: '',
    },
    change.error,
    {
      version,
      words: {
        level: { label: t.postmortems.viewersWho, text: value => t.postmortems.level[value] },
        viewers: t.postmortems.viewers,
      },
    },
  );
  const { level, viewers, reason } = form.values;
  const save = (): void =>
    change.mutate(
      () =>
        api.postmortems.restrict.call(
          {
            id,
            reason,
            isRestricted: level === 'restricted',
            personIds: viewers.filter(({ isTeam }) => !isTeam).map(viewer => viewer.id),
            teamIds: viewers.filter(({ isTeam }) => isTeam).map(viewer => viewer.id),
          },
          { context: { ifMatch: form.version } },
        ),
      {
        onSuccess(changed) {
          say(changed.isRestricted ? t.postmortems.nowRestricted : t.postmortems.nowOpen);
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={t.postmortems.viewers}
      place="side"
      form={form}
      isBusy={change.isPending}
      isBlank={!reason.trim()}
      onSubmit={save}
      onClose={onClose}
    >
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t.postmortems.viewersWho}</legend>
        {LEVELS.map(each => (
          <CheckField
            key={each}
            type="radio"
            name="level"
            label={t.postmortems.level[each]}
            text={t.postmortems.levelText[each]}
            isChecked={level === each}
            onChange={() => form.set('level', each)}
          />
        ))}
      </fieldset>
      {level === 'restricted' && (
        <PickGrantees chosen={viewers} onChange={chosen => form.set('viewers', chosen)} />
      )}
      <TextArea
        label={t.postmortems.restrictReason}
        hint={t.postmortems.restrictReasonHint}
        required
        rows={3}
        maxLength={2_000}
        dir="auto"
        {...form.text('reason')}
      />
    </FormDialog>
  );
}
