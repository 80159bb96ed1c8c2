import { t } from '../messages/index.ts';
import { TextField } from '../ui/Field.tsx';

interface NewPasswordFieldProps {
  label: string;
  value: string;
  error: string | undefined;
  onChange(event: { target: { value: string } }): void;
}

/** A password that somebody thinks up, with what makes a good one. */
export const NewPasswordField = (props: NewPasswordFieldProps) => (
  <TextField type="password" autoComplete="new-password" hint={t.account.passwordHint} required {...props} />
);
