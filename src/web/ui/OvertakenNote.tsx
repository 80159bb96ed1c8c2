import { t } from '../messages/index.ts';
import { Button } from './Button.tsx';
import type { Overtaking } from './useForm.ts';

/** Somebody else changed what a form edits: what differs, and whose is to be gone on with. */
export function OvertakenNote({ overtaken }: { overtaken: Overtaking | undefined }) {
  if (!overtaken) return null;
  const words = t.common.overtaken;
  return (
    <section
      role="alert"
      aria-label={words.title}
      className="mb-4 flex flex-col gap-3 rounded border border-warn bg-panel px-4 py-3"
    >
      <div>
        <h3 className="font-semibold">{words.title}</h3>
        <p className="text-sm text-muted">{words.text}</p>
      </div>
      <dl className="flex flex-col gap-2">
        {overtaken.differences.map(({ name, label, theirs, mine }) => (
          <div key={name}>
            <dt className="text-sm font-medium">{label}</dt>
            <Said by={words.theirs} text={theirs} />
            {mine === undefined ? (
              <dd className="text-sm text-muted">{words.untouched}</dd>
            ) : (
              <Said by={words.mine} text={mine} />
            )}
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" onClick={overtaken.keepMine}>
          {words.keepMine}
        </Button>
        <Button onClick={overtaken.loadTheirs}>{words.loadTheirs}</Button>
      </div>
    </section>
  );
}

function Said({ by, text }: { by: string; text: string }) {
  return (
    <dd className="flex items-baseline gap-2">
      <span className="w-14 shrink-0 text-sm text-muted">{by}</span>
      <span
        dir="auto"
        className="max-h-32 min-w-0 flex-1 overflow-y-auto whitespace-pre-wrap [overflow-wrap:anywhere]"
      >
        {text || t.common.none}
      </span>
    </dd>
  );
}
