/** A share as a bar with its number. */
export function Meter({ percent, label }: { percent: number; label: string }) {
  return (
    <span className="flex items-center gap-2">
      <meter className="sr-only" min={0} max={100} value={percent}>
        {label}
      </meter>
      <span
        aria-hidden
        title={label}
        className="h-1.5 w-14 overflow-hidden rounded-full bg-line forced-colors:border"
      >
        <span className="block h-full rounded-full bg-accent" style={{ width: `${percent}%` }} />
      </span>
      <span aria-hidden className="tabular min-w-10 whitespace-nowrap text-sm text-muted">
        {percent} %
      </span>
    </span>
  );
}
