import { useEffect, useRef, useState } from 'react';
import { t } from '../../messages/index.ts';
import { ChoiceBar } from '../../ui/ChoiceBar.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { useShortcut } from '../../ui/useShortcut.ts';
import { Narrowed } from '../stretch/Narrowed.tsx';
import { StretchField } from '../stretch/StretchField.tsx';
import type { ChosenStretch } from '../stretch/useStretch.ts';
import type { Measure, Side } from './layoutFlame.ts';

/** Milliseconds of not typing after which it is searched. */
const PAUSE = 160;

interface FlameBarProps {
  stretch: ChosenStretch;
  services: readonly string[];
  measure: Measure;
  side: Side;
  isTable: boolean;
}

const idsOf = <Id extends string>(names: Record<Id, string>): { id: Id; name: string }[] =>
  (Object.keys(names) as Id[]).map(id => ({ id, name: names[id] }));

/** What the graph shows: which time, which service, what its widths are, and what is looked for. */
export function FlameBar({ stretch, services, measure, side, isTable }: FlameBarProps) {
  const { search, change } = stretch;
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(String(search.find ?? ''));
  useShortcut('/', t.traces.find, () => field.current?.select());
  const found = String(search.find ?? '');
  // The address changes without the field too: by the back button, by a link.
  useEffect(() => setText(found), [found]);
  useEffect(() => {
    if (text === found) return;
    const timer = setTimeout(() => change({ find: text || undefined }, 'replace'), PAUSE);
    return () => clearTimeout(timer);
  }, [text, found, change]);
  return (
    <div className="no-print mb-3 flex flex-wrap items-end gap-3">
      <StretchField stretch={stretch} />
      <SelectField
        label={t.traces.service}
        className="max-w-56"
        value={search.service ?? ''}
        onChange={event => change({ service: event.target.value || undefined, at: undefined })}
      >
        <option value="">{t.traces.everyService}</option>
        {services.map(service => (
          <option key={service} value={service}>
            {service || t.traces.unnamed}
          </option>
        ))}
      </SelectField>
      {search.trace && (
        <Narrowed
          text={t.traces.flame.ofTrace(String(search.trace).slice(0, 12))}
          onRemove={() => change({ trace: undefined, at: undefined })}
        />
      )}
      <search>
        <TextField
          ref={field}
          label={t.traces.find}
          type="search"
          className="w-52"
          value={text}
          onChange={event => setText(event.target.value)}
        />
      </search>
      <span className="flex-1" />
      <ChoiceBar
        label={t.traces.flame.measure}
        choices={idsOf(t.traces.flame.measures)}
        chosen={measure}
        onChoose={id => change({ by: id === 'time' ? undefined : id })}
      />
      {stretch.isCompared && (
        <ChoiceBar
          label={t.traces.flame.side}
          choices={idsOf(t.traces.flame.sides)}
          chosen={side}
          onChoose={id => change({ side: id === 'now' ? undefined : id })}
        />
      )}
      <ChoiceBar
        label={t.traces.showAs}
        choices={[
          { id: 'graph', name: t.traces.graph },
          { id: 'table', name: t.traces.table },
        ]}
        chosen={isTable ? 'table' : 'graph'}
        onChoose={id => change({ as: id === 'graph' ? undefined : id })}
      />
    </div>
  );
}
