import { useState } from 'react';
import { t } from '../../messages/index.ts';
import { TextArea } from '../../ui/Field.tsx';
import type { ControlProps } from '../control.ts';

const isFilled = (line: string): boolean => line.trim() !== '';

const linesOf = (text: string): string[] => text.split('\n').filter(isFilled);

/** Several short texts, one a line, so that a list of them can be pasted; blank lines count for nothing. */
export function LinesControl({
  texts,
  path,
  value = [],
  isNeeded,
  issues,
  onChange,
}: ControlProps<string[]>) {
  const [typed, setTyped] = useState('');
  // What was typed has its blank lines; a list that came from elsewhere replaces it.
  const text = linesOf(typed).join('\n') === value.join('\n') ? typed : value.join('\n');
  const wrong = value.findIndex((_, index) => issues.at(`${path}/${index}`));
  const problem = issues.at(`${path}/${wrong}`);
  return (
    <TextArea
      label={texts.label}
      hint={texts.hint ?? t.forms.onePerLine}
      error={problem ? t.forms.line(value[wrong] ?? '', problem) : issues.at(path)}
      isOptional={!isNeeded}
      rows={4}
      dir="auto"
      value={text}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(linesOf(target.value));
      }}
    />
  );
}
