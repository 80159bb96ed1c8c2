import createToken from 'virtual:form/tokens.create';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.ts';
import { SchemaFields } from '../../forms/SchemaFields.tsx';
import type { InputOf, Sent } from '../../forms/sent.ts';
import { useSchemaForm } from '../../forms/useSchemaForm.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyLine } from '../../ui/CopyLine.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { endOf, LifetimeControl } from './LifetimeControl.tsx';
import { ScopesControl } from './ScopesControl.tsx';
import { READ_ALL, toScopes } from './scopes.ts';

type NewToken = InputOf<'tokens.create'>;

const CONTROLS = { scopes: ScopesControl, expiresAt: LifetimeControl };

/** Makes an API token, and shows it this once. */
export function CreateToken({ onClose }: { onClose(): void }) {
  const queryClient = useQueryClient();
  const create = useMutation({
    mutationFn: ({ input }: Sent<NewToken>) => api.tokens.create.call(input),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: api.tokens.key() }),
  });
  const [given] = useState(() => ({ scopes: toScopes(READ_ALL), expiresAt: endOf('90') }));
  const form = useSchemaForm<NewToken>(createToken, { given, error: create.error });
  if (create.data?.token) return <Made token={create.data.token} onClose={onClose} />;
  return (
    <FormDialog
      title={t.tokens.create}
      verb={t.tokens.create}
      form={form}
      isBusy={create.isPending}
      onSubmit={() => form.send(create.mutate)}
      onClose={onClose}
    >
      <SchemaFields form={form} as={CONTROLS} />
    </FormDialog>
  );
}

function Made({ token, onClose }: { token: string; onClose(): void }) {
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t.tokens.made}
      description={t.tokens.madeText}
      footer={
        <Button kind="primary" onClick={onClose}>
          {t.tokens.done}
        </Button>
      }
    >
      <CopyLine label={t.tokens.secret} value={token} />
      <h3 className="mb-1 mt-4 text-sm font-medium">{t.tokens.how}</h3>
      <pre className="whitespace-pre-wrap break-all rounded border border-line bg-sunken p-3 font-mono text-sm">
        <code>{`curl -H 'Authorization: Bearer ${token}' \\\n  ${location.origin}/api/v1/me`}</code>
      </pre>
    </Dialog>
  );
}
