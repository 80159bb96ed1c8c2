import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addPasskey } from '../../client/browser/signIn.ts';
import { RefusedError } from '../../client/refusedError.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { FormError } from '../ui/FormError.tsx';
import { say } from '../ui/Toasts.tsx';

const FORM = 'passkey';

/** What to say when no passkey was made: the server's words, or what the browser means by its own. */
function explain(error: unknown): string | undefined {
  if (!error) return undefined;
  if (error instanceof RefusedError) return error.message;
  return 'PublicKeyCredential' in window ? t.access.passkeyCancelled : t.access.passkeyMissing;
}

/** Has the device make a passkey, under a name to recognise it by. */
export function AddPasskey({ onClose }: { onClose(): void }) {
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const add = useMutation({
    mutationFn: () => addPasskey(name),
    onSuccess: async () => {
      say(t.access.passkeyAdded);
      await queryClient.invalidateQueries({ queryKey: api.passkeys.key() });
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t.access.addPasskey}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button kind="primary" type="submit" form={FORM} isBusy={add.isPending}>
            {t.access.addPasskey}
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        className="flex flex-col gap-4"
        onSubmit={event => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <TextField
          label={t.access.passkeyName}
          hint={t.access.passkeyNameHint}
          required
          autoFocus
          maxLength={100}
          value={name}
          onChange={event => setName(event.target.value)}
        />
        <FormError text={explain(add.error)} />
      </form>
    </Dialog>
  );
}
