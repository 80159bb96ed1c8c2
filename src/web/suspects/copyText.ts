import { t } from '../messages/index.ts';
import { say } from '../ui/Toasts.tsx';

/** Copies a text and says so; without https there is no clipboard, then it is shown. */
export function copyText(text: string): Promise<void> {
  const copied = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
  return copied.then(
    () => say(t.common.copied),
    () => say(text),
  );
}
