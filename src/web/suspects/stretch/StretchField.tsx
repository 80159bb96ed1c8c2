import { printInstant } from '../../../core/instant.ts';
import { t } from '../../messages/index.ts';
import { SelectField } from '../../ui/Field.tsx';
import { InstantField } from '../../ui/InstantField.tsx';
import type { ChosenStretch, StretchKind } from './useStretch.ts';

/** Which time is looked at: the impact, all of the evidence, or one of one's own. */
export function StretchField({ stretch }: { stretch: ChosenStretch }) {
  const { kind, impact, search, change } = stretch;
  const choose = (next: StretchKind): void => {
    if (next !== 'own') return change({ from: undefined, to: undefined, all: next === 'all' || undefined });
    const start = impact && { from: printInstant(impact.from), to: printInstant(impact.to) };
    change({ all: undefined, ...(start ?? { from: new Date(0).toISOString() }) });
  };
  return (
    <>
      <SelectField
        label={t.traces.time}
        value={kind}
        onChange={event => choose(event.target.value as StretchKind)}
      >
        {(impact || kind === 'impact') && <option value="impact">{t.traces.impact}</option>}
        <option value="all">{t.traces.all}</option>
        <option value="own">{t.traces.own}</option>
      </SelectField>
      {kind === 'own' &&
        (['from', 'to'] as const).map(end => (
          <InstantField key={end} label={t.traces[end]} at={search[end]} onAt={at => change({ [end]: at })} />
        ))}
    </>
  );
}
