import { DIMENSIONS } from '../../core/taxonomy/taxonomy.ts';
import { t } from '../messages/index.ts';
import { PersonField } from '../people/PersonField.tsx';
import { CheckField } from '../ui/CheckField.tsx';
import { TextField } from '../ui/Field.tsx';
import type { useForm } from '../ui/useForm.ts';
import { WallTimeField } from '../ui/WallTimeField.tsx';
import { PickGrantees } from './access/PickGrantees.tsx';
import type { Declaration } from './declaration.ts';
import { TermField } from './fields/TermField.tsx';
import { TeamsField } from './people/TeamsField.tsx';

/** What can be said of an incident at once, and need not be: who works on it, what it is filed under, who may see it. */
export function DeclareMore({ form }: { form: ReturnType<typeof useForm<Declaration>> }) {
  const { values, set } = form;
  return (
    <>
      <details className="rounded border border-line px-3 py-2">
        <summary className="min-h-6 cursor-pointer text-sm font-medium">{t.incidents.declareMore}</summary>
        <div className="flex flex-col gap-4 pb-1 pt-3">
          <WallTimeField
            label={t.incidents.field.detectedAt}
            step={1}
            isOptional
            {...form.text('detectedAt')}
            error={form.issue('/times/detectedAt')}
          />
          <PersonField
            label={t.incidents.field.commander}
            person={values.commander}
            error={form.issue('/roles')}
            onChange={commander => set('commander', commander)}
          />
          <TeamsField teams={values.teams} onChange={teams => set('teams', teams)} />
          {DIMENSIONS.map(dimension => (
            <TermField
              key={dimension}
              dimension={dimension}
              value={values[dimension]}
              error={form.issue(`/${dimension}`)}
              onChange={value => set(dimension, value)}
            />
          ))}
        </div>
      </details>
      <CheckField
        label={t.incidents.declareRestricted}
        text={t.incidents.declareRestrictedText}
        isChecked={values.isRestricted}
        onChange={isRestricted => set('isRestricted', isRestricted)}
      />
      {values.isRestricted && (
        <>
          <TextField
            label={t.restriction.restrictReason}
            required
            maxLength={2_000}
            {...form.text('reason')}
            error={form.issue('/restriction/reason')}
          />
          <PickGrantees chosen={values.access} onChange={access => set('access', access)} />
        </>
      )}
    </>
  );
}
