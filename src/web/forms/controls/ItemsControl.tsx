import { Plus } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldSet } from '../../ui/FieldSet.tsx';
import { moved } from '../../ui/moved.ts';
import type { ControlProps } from '../control.ts';
import { beginWith, type FormValues } from '../formValues.ts';
import { ItemPanel } from './ItemPanel.tsx';

/** Keys tell items apart while their fields and places change; none is used twice while the page is open. */
let lastKey = 0;
const nextKey = (): number => ++lastKey;

/** A list of things that have fields of their own; each can be unfolded, moved and taken out. */
export function ItemsControl({
  schema,
  texts,
  path,
  value = [],
  error,
  issues,
  onChange,
  drawFields,
}: ControlProps<readonly FormValues[]>) {
  const { items = {}, minItems = 0, maxItems = Infinity } = schema;
  const [known, setKeys] = useState<readonly number[]>(() => value.map(nextKey));
  // A list that came from elsewhere has other items.
  const keys = known.length === value.length ? known : value.map(nextKey);
  if (keys !== known) setKeys(keys);
  const [added, setAdded] = useState<number | null>(null);
  const places = value.map((_, index) => index);
  const reorder = (order: readonly number[]): void => {
    setKeys(order.map(index => keys[index]!));
    onChange(order.map(index => value[index]!));
  };
  const add = (): void => {
    const key = nextKey();
    setKeys([...keys, key]);
    setAdded(key);
    onChange([...value, beginWith(items, undefined)]);
  };
  return (
    <FieldSet label={texts.label} hint={texts.hint} error={error}>
      <ol className="mb-2 flex flex-col gap-2 empty:hidden">
        {value.map((item, index) => {
          const here = `${path}/${index}`;
          return (
            <ItemPanel
              key={keys[index]}
              item={item}
              schema={items}
              texts={texts}
              isNew={keys[index] === added}
              hasProblem={issues.within(here) !== undefined}
              {...(index > 0 && { onUp: () => reorder(moved(places, index, index - 1)) })}
              {...(index < value.length - 1 && { onDown: () => reorder(moved(places, index, index + 1)) })}
              {...(value.length > minItems && { onRemove: () => reorder(places.toSpliced(index, 1)) })}
            >
              {drawFields({
                schema: items,
                texts: texts.fields ?? {},
                values: item,
                path: here,
                issues,
                onChange: (name, next) => onChange(value.with(index, { ...item, [name]: next })),
              })}
            </ItemPanel>
          );
        })}
      </ol>
      <Button icon={<Plus size={15} aria-hidden />} disabled={value.length >= maxItems} onClick={add}>
        {texts.add ?? t.forms.add}
      </Button>
    </FieldSet>
  );
}
