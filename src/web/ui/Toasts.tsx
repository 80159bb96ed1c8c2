import { X } from 'lucide-react';
import { useEffect, useId, useSyncExternalStore } from 'react';
import { RefusedError } from '../../client/refusedError.ts';
import { t } from '../messages/index.ts';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';

interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'error';
  undo?: (() => void) | undefined;
}

const LIFETIME = 7_000;
let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

const dismiss = (id: number): void => change(toasts.filter(toast => toast.id !== id));

const timers = new Map<number, ReturnType<typeof setTimeout>>();
function expire({ id }: Pick<Toast, 'id'>): void {
  clearTimeout(timers.get(id));
  timers.set(
    id,
    setTimeout(() => {
      timers.delete(id);
      dismiss(id);
    }, LIFETIME),
  );
}

/** While somebody points at a toast or is in it, none goes away: who wants to take something back has time to. */
function hold(): void {
  for (const timer of timers.values()) clearTimeout(timer);
}
function release(): void {
  for (const toast of toasts) expire(toast);
}
/** What is taken away while the focus is in it tells nobody that it lost it. */
function close(id: number): void {
  dismiss(id);
  release();
}

/** Says in passing that something was done; with `undo` it can be taken back for a few seconds. */
export function say(text: string, options: { undo?: () => void; tone?: Toast['tone'] } = {}): void {
  const id = ++lastId;
  change([...toasts.slice(-3), { id, text, tone: options.tone ?? 'plain', undo: options.undo }]);
  expire({ id });
}

/** Says why something was not done, in the server's words. */
export const sayError = (error: unknown): void =>
  say(error instanceof RefusedError ? error.message : t.common.offline, { tone: 'error' });

/** Where toasts may appear, the one on top last: a dialog shows them inside, so that they can be reached and cover nothing. */
let places: readonly string[] = [];
function offer(place: string): () => void {
  places = [...places, place];
  change(toasts);
  return () => {
    places = places.filter(other => other !== place);
    change(toasts);
  };
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** A place for toasts; of several the one on top has them. Screen readers hear them when they come. */
export function Toasts({ className }: { className: string }) {
  const id = useId();
  useEffect(() => offer(id), [id]);
  const isOnTop = useSyncExternalStore(subscribe, () => places.at(-1) === id);
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div
      role="status"
      aria-live="polite"
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={release}
      className={cx(
        'no-print pointer-events-none inset-x-0 flex flex-col items-center gap-2 px-4',
        className,
      )}
    >
      {isOnTop &&
        shown.map(toast => (
          <div
            key={toast.id}
            className={cx(
              'pointer-events-auto flex max-w-xl items-center gap-3 rounded border bg-raised py-1.5 pl-4 pr-1.5 shadow-float',
              toast.tone === 'error' ? 'border-error text-error' : 'border-line',
            )}
          >
            <span className="min-w-0 [overflow-wrap:anywhere]">{toast.text}</span>
            {toast.undo && (
              <Button
                size="small"
                onClick={() => {
                  close(toast.id);
                  toast.undo?.();
                }}
              >
                {t.common.undo}
              </Button>
            )}
            <Button
              kind="quiet"
              size="small"
              aria-label={t.common.close}
              icon={<X size={14} />}
              onClick={() => close(toast.id)}
            />
          </div>
        ))}
    </div>
  );
}
