import { useState } from 'react';
import { Button } from './Button.tsx';
import { CheckField } from './CheckField.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { CopyLine } from './CopyLine.tsx';
import { FormError } from './FormError.tsx';
import { type Found, PickFound } from './PickFound.tsx';
import { PickMany } from './PickMany.tsx';

const CHOICES: readonly Found[] = [
  { id: 'checkout', name: 'Checkout', detail: 'Payments' },
  { id: 'search', name: 'Search', detail: 'Discovery' },
  { id: 'ledger', name: 'Ledger' },
];

/** Ways to choose, to copy and to be asked, for the design page. */
export function PickersExample() {
  const [chosen, setChosen] = useState<readonly Found[]>(CHOICES.slice(0, 1));
  const [text, setText] = useState('');
  const [isTicked, setTicked] = useState(true);
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
      <PickFound
        label="Several of very many"
        hint="Type, arrows, Enter."
        placeholder="Add …"
        chosen={chosen}
        found={CHOICES.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))}
        text={text}
        onSearch={setText}
        onAdd={picked => setChosen([...chosen, picked])}
        onRemove={picked => setChosen(chosen.filter(({ id }) => id !== picked.id))}
      />
      <PickMany
        label="Several of a few"
        choices={CHOICES}
        chosen={chosen.map(({ id }) => id)}
        onChange={ids => setChosen(CHOICES.filter(({ id }) => ids.includes(id)))}
      />
      <CheckField label="Ticked or not" text="What it means." isChecked={isTicked} onChange={setTicked} />
      <CheckField type="radio" label="One of several" isChecked isDisabled onChange={setTicked} />
      <CopyLine label="Shown once" value="afw_0123456789" hint="Select it, or press the button." />
      <div className="flex items-center gap-3">
        <Button kind="danger" onClick={() => setAsking(true)}>
          remove
        </Button>
        <FormError text="What is wrong with a form as a whole." />
      </div>
      {isAsking && (
        <ConfirmDialog
          title="Remove it?"
          text="What will be so afterwards."
          verb="Remove"
          isBusy={false}
          onConfirm={() => setAsking(false)}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
