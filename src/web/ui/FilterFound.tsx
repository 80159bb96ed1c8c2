import { type Found, PickFound } from './PickFound.tsx';

interface FilterFoundProps {
  label: string;
  /** What it means to choose nothing: `Any team`. */
  any: string;
  /** Id of what is chosen. */
  value: string | undefined;
  /** What it is called, as soon as that is known. */
  name: string | undefined;
  text: string;
  found: readonly Found[];
  onSearch(text: string): void;
  onChoose(id: string | undefined): void;
}

/** A filter by one of very many: typing finds it. */
export function FilterFound({ any, value, name, onChoose, ...search }: FilterFoundProps) {
  return (
    <PickFound
      {...search}
      className="w-44 max-sm:w-full"
      placeholder={value ? '' : any}
      chosen={value ? [{ id: value, name: name ?? '…' }] : []}
      onAdd={({ id }) => onChoose(id)}
      onRemove={() => onChoose(undefined)}
    />
  );
}
