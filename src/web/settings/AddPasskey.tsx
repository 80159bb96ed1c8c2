import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addPasskey } from '../../client/browser/signIn.ts';
import { passkeyProblem } from '../account/passkeyProblem.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { FormError } from '../ui/FormError.tsx';
import { say } from '../ui/Toasts.tsx';

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
      <FormError text={passkeyProblem(add.error, t.access.passkeyCancelled)} />
    </FormDialog>
  );
}
