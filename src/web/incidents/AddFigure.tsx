import { t } from '../messages/index.ts';
import { SelectField, TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { useForm } from '../ui/useForm.ts';
import type { Incident } from './incident.ts';

type Figure = Incident['impact'][number];

const BLANK = { measure: 'customersAffected', value: '', unit: '', basis: 'estimated', how: '' };

/** Asks for one figure of the impact. */
export function AddFigure({ onAdd, onClose }: { onAdd(figure: Figure): void; onClose(): void }) {
  const form = useForm(BLANK, undefined);
  const { value, basis, ...rest } = form.values;
  return (
    <FormDialog
      title={t.incidents.figure.title}
      verb={t.common.add}
      form={form}
      isBusy={false}
      isBlank={value === ''}
      onSubmit={() => onAdd({ ...rest, value: Number(value), basis: basis as Figure['basis'] })}
      onClose={onClose}
    >
      <TextField
        label={t.incidents.figure.measure}
        list="measures"
        required
        maxLength={80}
        {...form.text('measure')}
      />
      <datalist id="measures">
        {Object.entries(t.incidents.figure.measures).map(([id, label]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </datalist>
      <div className="grid grid-cols-2 gap-4">
        <TextField
          label={t.incidents.figure.value}
          type="number"
          min={0}
          step="any"
          required
          {...form.text('value')}
        />
        <TextField label={t.incidents.figure.unit} isOptional maxLength={40} {...form.text('unit')} />
      </div>
      <SelectField label={t.incidents.figure.basis} {...form.text('basis')}>
        {Object.entries(t.incidents.figure.bases).map(([id, label]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </SelectField>
      <TextField label={t.incidents.figure.how} maxLength={2_000} {...form.text('how')} />
    </FormDialog>
  );
}
