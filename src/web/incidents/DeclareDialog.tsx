import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { SEVERITIES } from '../../core/taxonomy/severities.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { SelectField, TextArea, TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { say } from '../ui/Toasts.tsx';
import { useForm } from '../ui/useForm.ts';
import { WallTimeField } from '../ui/WallTimeField.tsx';
import { DeclareMore } from './DeclareMore.tsx';
import { BLANK_DECLARATION, type Declaration, toDeclaration } from './declaration.ts';
import { ServicesField } from './fields/ServicesField.tsx';

interface DeclareDialogProps {
  isOpen: boolean;
  onClose(): void;
  /** Told the number of the new incident, before it is gone to. */
  onDeclared?(number: string): void;
}

/** Declares an incident and goes to it. */
export function DeclareDialog({ isOpen, ...rest }: DeclareDialogProps) {
  return isOpen ? <Fields {...rest} /> : null;
}

function Fields({ onClose, onDeclared }: Omit<DeclareDialogProps, 'isOpen'>) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const declare = useMutation({
    mutationFn: (values: Declaration) => api.incidents.declare.call(toDeclaration(values)),
    onSuccess: async ({ number }) => {
      say(t.incidents.declared(number));
      onDeclared?.(number);
      await queryClient.invalidateQueries({ queryKey: api.incidents.key() });
      await navigate({ to: '/incidents/$id', params: { id: number } });
    },
  });
  const form = useForm<Declaration>(BLANK_DECLARATION, declare.error);
  return (
    <FormDialog
      title={t.incidents.declare}
      description={t.incidents.declareLead}
      verb={t.incidents.declare}
      form={form}
      isBusy={declare.isPending}
      onSubmit={() => declare.mutate(form.values)}
      onClose={onClose}
    >
      <TextField
        label={t.incidents.field.title}
        hint={t.incidents.field.titleHint}
        required
        maxLength={300}
        autoFocus
        dir="auto"
        {...form.text('title')}
      />
      <SelectField
        label={t.incidents.field.severity}
        hint={SEVERITIES.find(({ id }) => id === form.values.severity)?.description}
        {...form.text('severity')}
      >
        {SEVERITIES.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <ServicesField
        services={form.values.services}
        error={form.issue('/serviceIds')}
        onChange={services => form.set('services', services)}
      />
      <WallTimeField
        label={t.incidents.field.startedAt}
        hint={t.incidents.field.startedAtHint}
        step={1}
        isOptional
        {...form.text('startedAt')}
        error={form.issue('/times/startedAt')}
      />
      <TextArea label={t.incidents.field.summary} isOptional dir="auto" {...form.text('summary')} />
      <DeclareMore form={form} />
    </FormDialog>
  );
}
