import { useForm } from '../ui/useForm.ts';
import type { ActionValues } from './actionValues.ts';

/** What somebody fills in of an action, beside what the server says of it. */
export const useActionForm = (initial: ActionValues, error: unknown) => useForm(initial, error);

export type ActionFormState = ReturnType<typeof useActionForm>;
