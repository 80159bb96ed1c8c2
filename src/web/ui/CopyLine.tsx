import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { t } from '../messages/index.ts';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import { Field } from './Field.tsx';

const BOX = 'min-w-0 flex-1 rounded border border-line bg-sunken px-2.5 font-mono';

interface CopyLineProps {
  label: string;
  value: string;
  hint?: string;
}

/** Something to take along: shown whole, selected when it gets focus, copied by a button. */
export function CopyLine({ label, value, hint }: CopyLineProps) {
  const [isCopied, setCopied] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const lines = value.trimEnd().split('\n').length;
  const shown = {
    readOnly: true,
    value,
    onFocus: (event: { target: { select(): void } }) => event.target.select(),
  };
  const copy = async (): Promise<void> => {
    (input.current ?? area.current)?.select();
    // Without https there is no clipboard: then what is selected can be copied by hand.
    await navigator.clipboard?.writeText(value);
    setCopied(Boolean(navigator.clipboard));
  };
  return (
    <Field label={label} hint={hint}>
      {field => (
        <div className="flex items-start gap-2">
          {lines > 1 ? (
            <textarea
              {...field}
              {...shown}
              ref={area}
              // The last line of what is signed is long, and wraps.
              rows={lines + 1}
              className={cx(BOX, 'resize-none break-all py-1.5 text-xs')}
            />
          ) : (
            <input {...field} {...shown} ref={input} className={cx(BOX, 'h-8 text-sm')} />
          )}
          <Button
            icon={isCopied ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
            onClick={() => void copy()}
          >
            <span aria-live="polite">{isCopied ? t.common.copied : t.common.copy}</span>
          </Button>
        </div>
      )}
    </Field>
  );
}
