import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ACTION_KINDS } from '../../core/lifecycle/actionKinds.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { PersonField } from '../people/PersonField.tsx';
import { SelectField, TextArea, TextField } from '../ui/Field.tsx';

import { PriorityFields } from './PriorityFields.tsx';
import type { ActionFormState } from './useActionForm.ts';
import { VerificationFields } from './VerificationFields.tsx';

interface ActionFieldsProps {
  form: ActionFormState;
  /** Whose findings it may answer; null without a postmortem. */
  postmortemId: string | null;
  isReadOnly?: boolean;
  /** Whether somebody has tried to send it: then it says what the plan of proof lacks. */
  wasTried?: boolean;
  /** What stands before the fields. */
  children?: ReactNode;
}

/** The fields of an action. */
export function ActionFields({
  form,
  postmortemId,
  isReadOnly = false,
  wasTried = false,
  children,
}: ActionFieldsProps) {
  return (
    <fieldset disabled={isReadOnly} className="flex min-w-0 flex-col gap-4">
      {children}
      <TextField
        label={t.actions.field.title}
        hint={t.actions.field.titleHint}
        required
        maxLength={300}
        dir="auto"
        {...form.text('title')}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t.actions.field.kind}
          hint={ACTION_KINDS.find(kind => kind.id === form.values.kind)?.description}
          {...form.text('kind')}
        >
          {ACTION_KINDS.map(kind => (
            <option key={kind.id} value={kind.id}>
              {kind.name}
            </option>
          ))}
        </SelectField>
        <TextField label={t.actions.field.due} type="date" {...form.text('dueOn')} />
      </div>
      <PersonField
        label={t.actions.field.owner}
        hint={t.actions.field.ownerHint}
        person={form.values.owner}
        error={form.issue('/ownerId')}
        isReadOnly={isReadOnly}
        onChange={owner => form.set('owner', owner)}
      />
      <TextArea
        label={t.actions.field.description}
        isOptional
        rows={4}
        dir="auto"
        {...form.text('description')}
      />
      {postmortemId && <FindingField form={form} postmortemId={postmortemId} />}
      <VerificationFields form={form} isChecked={wasTried} />
      <PriorityFields form={form} />
    </fieldset>
  );
}

function FindingField({ form, postmortemId }: { form: ActionFormState; postmortemId: string }) {
  const findings = useQuery(api.findings.list.queryOptions({ input: { postmortemId } }));
  if (!findings.data?.items.length) return null;
  return (
    <SelectField label={t.actions.field.finding} isOptional {...form.text('findingId')}>
      <option value="">{t.actions.field.noFinding}</option>
      {findings.data.items.map(({ id, statement }) => (
        <option key={id} value={id}>
          {statement}
        </option>
      ))}
    </SelectField>
  );
}
