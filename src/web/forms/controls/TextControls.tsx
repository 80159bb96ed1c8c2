import { TextArea, TextField } from '../../ui/Field.tsx';
import type { ControlProps } from '../control.ts';

const INPUT_TYPES: Readonly<Record<string, string>> = { email: 'email', uri: 'url' };

/** What all controls of text say of their field. */
const named = ({ texts, error, isNeeded }: ControlProps<string>) => ({
  label: texts.label,
  hint: texts.hint,
  error,
  isOptional: !isNeeded,
  'aria-required': isNeeded || undefined,
});

/** One line of text. */
export const LineControl = (props: ControlProps<string>) => (
  <TextField
    {...named(props)}
    {...props.attributes}
    type={INPUT_TYPES[props.schema.format ?? ''] ?? 'text'}
    dir="auto"
    value={props.value ?? ''}
    onChange={({ target }) => props.onChange(target.value)}
  />
);

/** A text that nobody else should see. */
export const SecretControl = (props: ControlProps<string>) => (
  <TextField
    {...named(props)}
    {...props.attributes}
    type="password"
    value={props.value ?? ''}
    onChange={({ target }) => props.onChange(target.value)}
  />
);

/** Several lines of text. */
export const ProseControl = (props: ControlProps<string>) => (
  <TextArea
    {...named(props)}
    rows={3}
    dir="auto"
    value={props.value ?? ''}
    onChange={({ target }) => props.onChange(target.value)}
  />
);
