import { cx } from './cx.ts';

interface ProgressProps {
  label: string;
  /** 0 to 1. */
  share: number;
  className?: string;
}

/** How much of some work is done. */
export function Progress({ label, share, className }: ProgressProps) {
  const percent = Math.round(share * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={cx('h-1.5 overflow-hidden rounded-full bg-line', className)}
    >
      <div
        className="h-full rounded-full bg-accent transition-[width] duration-300"
        style={{ width: `${percent}%` }}
      />
    </div>
  );
}
