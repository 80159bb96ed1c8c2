import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { PersonField } from '../people/PersonField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import type { Found } from '../ui/PickFound.tsx';
import { say } from '../ui/Toasts.tsx';
import { useForm } from '../ui/useForm.ts';
import { PostmortemCourse } from './PostmortemCourse.tsx';
import { PostmortemFacts } from './PostmortemFacts.tsx';
import type { Postmortem } from './postmortem.ts';
import { usePostmortemChange } from './usePostmortemChange.ts';

interface AboutPostmortemProps {
  postmortem: Postmortem;
  mayEdit: boolean;
  onClose(): void;
}

/** What is known of a postmortem besides its text: title, owner and day to change, its deadlines and its course. */
export function AboutPostmortem({ postmortem, mayEdit, onClose }: AboutPostmortemProps) {
  if (mayEdit) return <Editor postmortem={postmortem} onClose={onClose} />;
  return (
    <Dialog isOpen onClose={onClose} place="side" title={postmortem.title}>
      <Known postmortem={postmortem} />
    </Dialog>
  );
}

const Known = ({ postmortem }: { postmortem: Postmortem }) => (
  <div className="flex flex-col gap-6">
    <PostmortemFacts postmortem={postmortem} />
    <PostmortemCourse moves={postmortem.moves} />
  </div>
);

function Editor({ postmortem, onClose }: Omit<AboutPostmortemProps, 'mayEdit'>) {
  const change = usePostmortemChange({ onRefused() {} });
  const form = useForm(
    { title: postmortem.title, owner: postmortem.owner as Found | null, dueOn: postmortem.dueOn ?? '' },
    change.error,
    {
      version: postmortem.version,
      words: {
        title: t.postmortems.column.title,
        owner: t.postmortems.owner,
        dueOn: t.postmortems.dueOn,
      },
    },
  );
  const { owner, title, dueOn } = form.values;
  const save = (): void =>
    change.mutate(
      () =>
        api.postmortems.edit.call(
          {
            id: postmortem.id,
            title,
            dueOn: dueOn || null,
            ...(owner && owner.id !== postmortem.owner?.id && { ownerId: owner.id }),
          },
          { context: { ifMatch: form.version } },
        ),
      {
        onSuccess() {
          say(t.common.saved);
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={t.postmortems.about}
      place="side"
      form={form}
      isBusy={change.isPending}
      isBlank={!form.isChanged || !title.trim()}
      below={
        <div className="mt-6 border-t border-line pt-4">
          <Known postmortem={postmortem} />
        </div>
      }
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        label={t.postmortems.column.title}
        required
        maxLength={300}
        dir="auto"
        {...form.text('title')}
      />
      <PersonField
        label={t.postmortems.owner}
        hint={t.postmortems.ownerHint}
        error={form.issue('/ownerId')}
        person={owner}
        onChange={next => form.set('owner', next ?? postmortem.owner)}
      />
      <TextField
        label={t.postmortems.dueOn}
        type="date"
        isOptional
        className="max-w-48"
        {...form.text('dueOn')}
      />
    </FormDialog>
  );
}
