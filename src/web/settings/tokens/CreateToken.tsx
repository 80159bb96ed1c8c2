import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyLine } from '../../ui/CopyLine.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useForm } from '../../ui/useForm.ts';
import { ScopeFields } from './ScopeFields.tsx';
import { type ScopeChoice, toScopes } from './scopes.ts';

const DAY = 86_400_000;
const CHOICE: ScopeChoice = { preset: 'read', levels: {} };
const BLANK = { name: '', scopes: CHOICE, lifetime: '90' };

/** The instant at which a token made now ends; null for none. */
const endOf = (lifetime: string): string | null =>
  lifetime === 'never' ? null : new Date(Date.now() + Number(lifetime) * DAY).toISOString();

/** Makes an API token, and shows it this once. */
export function CreateToken({ onClose }: { onClose(): void }) {
  const queryClient = useQueryClient();
  const create = useMutation({
    mutationFn: ({ name, scopes, lifetime }: typeof BLANK) =>
      api.tokens.create.call({ name, scopes: toScopes(scopes), expiresAt: endOf(lifetime) }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: api.tokens.key() }),
  });
  const form = useForm(BLANK, create.error);
  const isEmpty = toScopes(form.values.scopes).length === 0;
  if (create.data?.token) return <Made token={create.data.token} onClose={onClose} />;
  return (
    <FormDialog
      title={t.tokens.create}
      verb={t.tokens.create}
      form={form}
      isBusy={create.isPending}
      isBlank={isEmpty}
      onSubmit={() => create.mutate(form.values)}
      onClose={onClose}
    >
      <TextField
        label={t.tokens.name}
        hint={t.tokens.nameHint}
        required
        maxLength={100}
        {...form.text('name')}
      />
      <ScopeFields
        choice={form.values.scopes}
        error={isEmpty ? t.tokens.needScope : form.text('scopes').error}
        onChange={scopes => form.set('scopes', scopes)}
      />
      <SelectField label={t.tokens.expiry} {...form.text('lifetime')}>
        {Object.entries(t.tokens.lifetimes).map(([days, label]) => (
          <option key={days} value={days}>
            {label}
          </option>
        ))}
      </SelectField>
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
