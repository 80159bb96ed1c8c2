import { Bookmark, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { remember, remembered } from '../draft/preferences.ts';
import { t } from '../messages/index.ts';
import { Button } from './Button.tsx';
import { TextField } from './Field.tsx';
import { FormDialog } from './FormDialog.tsx';
import { Menu } from './Menu.tsx';
import { say } from './Toasts.tsx';
import { useForm } from './useForm.ts';

type Search = Record<string, unknown>;
type Saved = Readonly<Record<string, Search>>;

interface SavedFiltersProps {
  /** Which list they are for: `incidents`. */
  list: string;
  /** The filters as they stand in the address. */
  search: Search;
  onChoose(search: Search): void;
}

const read = (list: string): Saved => JSON.parse(remembered(`filters.${list}`) ?? '{}') as Saved;

/** Filters under names of one's own, kept in this browser. */
export function SavedFilters({ list, search, onChoose }: SavedFiltersProps) {
  const [saved, setSaved] = useState(() => read(list));
  const [isNaming, setNaming] = useState(false);
  const keep = (next: Saved): void => {
    remember(`filters.${list}`, JSON.stringify(next));
    setSaved(next);
  };
  const names = Object.keys(saved);
  return (
    <>
      <Menu
        trigger={<Button icon={<Bookmark size={14} aria-hidden />}>{t.savedFilters.title}</Button>}
        items={[
          ...names.map(each => ({ label: each, onSelect: () => onChoose(saved[each]!) })),
          ...(names.length > 0 ? [null] : []),
          {
            label: t.savedFilters.save,
            icon: <Plus size={14} />,
            isDisabled: Object.keys(search).length === 0,
            onSelect: () => setNaming(true),
          },
          ...names.map(each => ({
            label: t.savedFilters.remove(each),
            icon: <Trash2 size={14} />,
            isDangerous: true,
            onSelect: () => keep(Object.fromEntries(Object.entries(saved).filter(([key]) => key !== each))),
          })),
        ]}
      />
      {isNaming && (
        <NameDialog
          onClose={() => setNaming(false)}
          onName={name => {
            keep({ ...saved, [name]: search });
            say(t.savedFilters.saved(name));
            setNaming(false);
          }}
        />
      )}
    </>
  );
}

function NameDialog({ onName, onClose }: { onName(name: string): void; onClose(): void }) {
  const form = useForm({ name: '' }, undefined);
  const name = form.values.name.trim();
  return (
    <FormDialog
      title={t.savedFilters.save}
      form={form}
      isBusy={false}
      isBlank={!name}
      onSubmit={() => name && onName(name)}
      onClose={onClose}
    >
      <TextField label={t.savedFilters.name} maxLength={60} {...form.text('name')} />
    </FormDialog>
  );
}
