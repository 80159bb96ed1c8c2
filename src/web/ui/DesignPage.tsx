import { Plus } from 'lucide-react';
import { useState } from 'react';
import { t } from '../messages/index.ts';
import { Badge } from './Badge.tsx';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { EmptyState } from './EmptyState.tsx';
import { ErrorState } from './ErrorState.tsx';
import { SelectField, TextArea, TextField } from './Field.tsx';
import { FormsExample } from './FormsExample.tsx';
import { Menu } from './Menu.tsx';
import { Page } from './Page.tsx';
import { PickersExample } from './PickersExample.tsx';
import { Progress } from './Progress.tsx';
import { SelectionExample } from './SelectionExample.tsx';
import { SkeletonRows } from './Skeleton.tsx';
import { Table } from './Table.tsx';
import { Time } from './Time.tsx';
import { say } from './Toasts.tsx';

const KINDS = ['primary', 'plain', 'quiet', 'danger'] as const;
const TONES = ['neutral', 'accent', 'good', 'warn', 'error'] as const;
const SECTION = 'mb-8 flex flex-col gap-3';

/** Every primitive in every state: look here before making another one. */
export function DesignPage() {
  const [place, setPlace] = useState<'middle' | 'side' | null>(null);
  return (
    <Page title="Design" lead="Every primitive in every state.">
      <section className={SECTION}>
        <h2 className="text-lg font-semibold">Button</h2>
        <div className="flex flex-wrap gap-2">
          {KINDS.map(kind => (
            <Button key={kind} kind={kind} onClick={() => say(`Pressed ${kind}`)}>
              {kind}
            </Button>
          ))}
          <Button disabled>disabled</Button>
          <Button isBusy>busy</Button>
          <Button size="small">small</Button>
          <Button size="icon" aria-label={t.common.add} icon={<Plus size={16} />} />
          <Menu
            trigger={<Button>menu</Button>}
            items={[
              { label: 'One', keys: 'o', onSelect() {} },
              { label: 'Not now', isDisabled: true, onSelect() {} },
              null,
              { label: t.common.remove, isDangerous: true, onSelect() {} },
            ]}
          />
        </div>
      </section>
      <section className={SECTION}>
        <h2 className="text-lg font-semibold">Badge, time</h2>
        <div className="flex flex-wrap items-center gap-2">
          {TONES.map(tone => (
            <Badge key={tone} tone={tone}>
              {tone}
            </Badge>
          ))}
          <Time at="2023-01-30T12:07:14.123456Z" digits={6} />
          <Time at="2023-01-30T12:07:14Z" as="ago" />
          <Progress label="Reading" share={0.6} className="w-40" />
        </div>
      </section>
      <section className={SECTION}>
        <h2 className="text-lg font-semibold">Field</h2>
        <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
          <TextField label="Title" placeholder="What broke?" hint="Said as a customer would." />
          <TextField label="Title" defaultValue=" " error="is empty: write at least one visible character" />
          <SelectField label="Tier">
            <option>1</option>
          </SelectField>
          <TextField label="Read only" disabled defaultValue="as it is" />
          <TextArea label="Notes" isOptional />
        </div>
      </section>
      <section className={SECTION}>
        <h2 className="text-lg font-semibold">Choices, copying, asking</h2>
        <PickersExample />
      </section>
      <section className={SECTION}>
        <h2 className="text-lg font-semibold">Selection, facets</h2>
        <SelectionExample />
      </section>
      <section className={SECTION}>
        <h2 className="text-lg font-semibold">Forms in a window, orders, filters</h2>
        <FormsExample />
      </section>
      <section className={SECTION}>
        <h2 className="text-lg font-semibold">Table, loading, empty, refused</h2>
        <Table
          caption="An example"
          columns={[
            { key: 'a', label: 'Name', cell: row => row },
            { key: 'b', label: 'Count', isNumber: true, cell: row => row.length },
          ]}
          rows={['Checkout', 'Search']}
          keyOf={row => row}
        />
        <SkeletonRows count={3} />
        <EmptyState
          title="Nothing yet"
          text="What belongs here, and how it gets here."
          action={<Button>Begin</Button>}
        />
        <ErrorState error={new Error('offline')} onRetry={() => say('Again')} />
      </section>
      <section className={SECTION}>
        <h2 className="text-lg font-semibold">Dialog</h2>
        <div className="flex gap-2">
          <Button onClick={() => setPlace('middle')}>middle</Button>
          <Button onClick={() => setPlace('side')}>side</Button>
        </div>
        <Dialog
          isOpen={place !== null}
          onClose={() => setPlace(null)}
          place={place ?? 'middle'}
          title="A dialog"
          description="Focus stays inside."
          footer={<Button kind="primary">Fine</Button>}
        >
          <TextField label="Name" />
        </Dialog>
      </section>
    </Page>
  );
}
