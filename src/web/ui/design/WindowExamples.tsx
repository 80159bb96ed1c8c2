import { useState } from 'react';
import { design } from '../../messages/en/design.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../Button.tsx';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { Dialog } from '../Dialog.tsx';
import { TextField } from '../Field.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { OvertakenNote } from '../OvertakenNote.tsx';
import { SortableList } from '../SortableList.tsx';
import { useForm } from '../useForm.ts';

type Place = 'middle' | 'side';
type Shown = { kind: 'dialog' | 'form'; place: Place } | { kind: 'question' } | null;

const OVERTAKEN = {
  differences: [
    { name: 'title', label: design.label, theirs: design.things[1]!, mine: design.things[0]! },
    { name: 'tier', label: design.tier, theirs: '2', mine: undefined },
  ],
  loadTheirs() {},
  keepMine() {},
};

/** Windows over the page, what a form says when another was quicker, and what can be put into an order. */
export function WindowExamples() {
  const [shown, setShown] = useState<Shown>(null);
  const [order, setOrder] = useState<readonly string[]>(design.order);
  const close = (): void => setShown(null);
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setShown({ kind: 'dialog', place: 'middle' })}>{design.middle}</Button>
        <Button onClick={() => setShown({ kind: 'dialog', place: 'side' })}>{design.side}</Button>
        <Button onClick={() => setShown({ kind: 'form', place: 'middle' })}>{design.formMiddle}</Button>
        <Button onClick={() => setShown({ kind: 'form', place: 'side' })}>{design.formSide}</Button>
        <Button kind="danger" onClick={() => setShown({ kind: 'question' })}>
          {t.common.remove}
        </Button>
      </div>
      <div className="grid max-w-3xl gap-6 sm:grid-cols-2">
        <SortableList
          label={design.inOrder}
          items={order}
          keyOf={item => item}
          nameOf={item => item}
          onOrder={async keys => setOrder(keys)}
        >
          {(item, handle) => (
            <div className="flex items-center gap-2 rounded border border-line bg-panel px-4 py-2">
              {handle}
              {item}
            </div>
          )}
        </SortableList>
        <OvertakenNote overtaken={OVERTAKEN} />
      </div>
      {shown?.kind === 'dialog' && (
        <Dialog
          isOpen
          onClose={close}
          place={shown.place}
          title={design.dialog}
          description={design.focusStays}
          footer={
            <Button kind="primary" onClick={close}>
              {t.common.close}
            </Button>
          }
        >
          <TextField label={design.name} />
        </Dialog>
      )}
      {shown?.kind === 'form' && <FailingForm place={shown.place} onClose={close} />}
      {shown?.kind === 'question' && (
        <ConfirmDialog
          title={design.remove}
          text={design.after}
          verb={t.common.remove}
          isBusy={false}
          onConfirm={close}
          onClose={close}
        />
      )}
    </>
  );
}

function FailingForm({ place, onClose }: { place: Place; onClose(): void }) {
  const [error, setError] = useState<unknown>();
  const form = useForm({ name: '' }, error);
  return (
    <FormDialog
      title={design.form}
      description={design.formText}
      place={place}
      form={form}
      isBusy={false}
      isBlank={!form.values.name}
      onSubmit={() => setError(new Error('offline'))}
      onClose={onClose}
    >
      <TextField label={design.name} required {...form.text('name')} />
    </FormDialog>
  );
}
