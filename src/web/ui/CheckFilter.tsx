interface CheckFilterProps {
  label: string;
  isChecked: boolean | undefined;
  onChange(isChecked: true | undefined): void;
}

/** A filter that is on or off, as high as the filters beside it; off takes it out of the address. */
export const CheckFilter = ({ label, isChecked = false, onChange }: CheckFilterProps) => (
  <label className="flex h-8 items-center gap-2 whitespace-nowrap">
    <input
      type="checkbox"
      className="size-4 accent-accent"
      checked={isChecked}
      onChange={event => onChange(event.target.checked || undefined)}
    />
    {label}
  </label>
);
