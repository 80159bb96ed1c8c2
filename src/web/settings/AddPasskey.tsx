import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addPasskey } from '../../client/browser/signIn.ts';
import { RefusedError } from '../../client/refusedError.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { FormError } from '../ui/FormError.tsx';
import { say } from '../ui/Toasts.tsx';

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
    <FormDialog
      title={t.access.addPasskey}
      verb={t.access.addPasskey}
      form={{ isChanged: name !== '', error: undefined }}
      isBusy={add.isPending}
      onSubmit={() => add.mutate()}
      onClose={onClose}
    >
      <TextField
        label={t.access.passkeyName}
        hint={t.access.passkeyNameHint}
        required
        maxLength={100}
        value={name}
        onChange={event => setName(event.target.value)}
      />
      <FormError text={explain(add.error)} />
    </FormDialog>
  );
}
