import { useState } from 'react';
import { t } from '../messages/index.ts';
import { Button } from './Button.tsx';
import { ChoiceBar } from './ChoiceBar.tsx';
import { TextField } from './Field.tsx';
import { FilterFound } from './FilterFound.tsx';
import { FormDialog } from './FormDialog.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import { SortableList } from './SortableList.tsx';
import { say } from './Toasts.tsx';
import { useForm } from './useForm.ts';

const WAYS = [
  { id: 'one', name: 'One way' },
  { id: 'other', name: 'Another' },
] as const;
const TEAMS = [
  { id: 'payments', name: 'Payments' },
  { id: 'rail', name: 'Rail', detail: '12 people' },
];

/** Forms in a window, orders, ways to look and to narrow, for the design page. */
export function FormsExample() {
  const [place, setPlace] = useState<'middle' | 'side' | null>(null);
  const [way, setWay] = useState<'one' | 'other'>('one');
  const [order, setOrder] = useState<readonly string[]>(['First', 'Second', 'Third']);
  const [team, setTeam] = useState<string | undefined>();
  const [text, setText] = useState('');
  return (
    <div className="grid max-w-3xl gap-6 sm:grid-cols-2">
      <SortableList
        label="In an order"
        items={order}
        keyOf={item => item}
        nameOf={item => item}
        onOrder={async keys => setOrder(keys)}
      >
        {(item, handle) => (
          <div className="flex items-center gap-2 rounded border border-line bg-panel px-4 py-2">
            {handle}
            {item}
          </div>
        )}
      </SortableList>
      <div className="flex flex-col items-start gap-4">
        <ChoiceBar label="Ways to look" choices={WAYS} chosen={way} onChoose={next => setWay(next)} />
        <FilterFound
          label="One of very many"
          any="Any team"
          value={team}
          name={TEAMS.find(({ id }) => id === team)?.name}
          text={text}
          found={TEAMS.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))}
          onSearch={setText}
          onChoose={setTeam}
        />
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setPlace('middle')}>form in the middle</Button>
          <Button onClick={() => setPlace('side')}>form at the side</Button>
        </div>
      </div>
      {place && <Form place={place} onClose={() => setPlace(null)} />}
    </div>
  );
}

function Form({ place, onClose }: { place: 'middle' | 'side'; onClose(): void }) {
  const [error, setError] = useState<unknown>();
  const form = useForm({ name: '' }, error);
  return (
    <FormDialog
      title="A form"
      description="Closing it asks before it drops what was written; sending it fails."
      place={place}
      form={form}
      isBusy={false}
      isBlank={!form.values.name}
      aside={
        <RemoveButton
          title="Remove it?"
          text="What will be so afterwards."
          isBusy={false}
          onRemove={() => say(t.common.remove)}
        />
      }
      onSubmit={() => setError(new Error('offline'))}
      onClose={onClose}
    >
      <TextField label="Name" required {...form.text('name')} />
    </FormDialog>
  );
}
