import { useEffect, useState } from 'react';
import { SchemaFields } from '../../forms/SchemaFields.tsx';
import { SchemaForm } from '../../forms/SchemaForm.tsx';
import { useSchemaForm } from '../../forms/useSchemaForm.ts';
import { design } from '../../messages/en/design.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../Button.tsx';
import { say } from '../Toasts.tsx';
import { EXAMPLE_SCHEMA, WRONG_VALUES } from './exampleSchema.ts';

/** Forms that are drawn from a schema: as they begin, as they refuse, and while an answer is awaited. */
export function SchemaExamples() {
  const [isBusy, setBusy] = useState(false);
  const form = useSchemaForm(EXAMPLE_SCHEMA, { texts: design.fields, error: null });
  return (
    <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-2">
      <SchemaForm form={form} verb={t.common.add} isBusy={isBusy} onSend={() => say(design.sent)}>
        <Button className="self-start" aria-pressed={isBusy} onClick={() => setBusy(!isBusy)}>
          {design.busy}
        </Button>
      </SchemaForm>
      <Refused />
    </div>
  );
}

function Refused() {
  const form = useSchemaForm(EXAMPLE_SCHEMA, { given: WRONG_VALUES, texts: design.fields, error: null });
  const [{ send }] = useState(form);
  useEffect(() => send(() => {}), [send]);
  return <SchemaFields form={form} />;
}
