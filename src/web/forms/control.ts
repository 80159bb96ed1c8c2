import type { ComponentProps, ComponentType, ReactNode } from 'react';
import type { FormSchema } from '../../contract/formSchema.ts';
import type { FieldTexts, TextsByField } from './fieldTexts.ts';
import type { FormValues } from './formValues.ts';
import type { Issues } from './useSchemaForm.ts';

/** Fields that stand together: those of the form, or of one item of a list in it. */
export interface FieldsOf {
  schema: FormSchema;
  texts: TextsByField;
  values: FormValues;
  /** Where they stand in the input: `/sections/3`. */
  path: string;
  issues: Issues;
  onChange(name: string, value: unknown): void;
}

/** Attributes of an input that no schema has a word for: what a password keeper may put there. */
export type InputAttributes = Pick<ComponentProps<'input'>, 'autoComplete' | 'placeholder'>;

/** What a control gets of the field that it stands for. */
export interface ControlProps<Value = unknown> {
  schema: FormSchema;
  texts: FieldTexts;
  path: string;
  /** Undefined, or an empty text, where nothing is filled in. */
  value: Value | undefined;
  isNeeded: boolean;
  error: string | undefined;
  issues: Issues;
  attributes?: InputAttributes | undefined;
  onChange(value: unknown): void;
  /** Draws fields within this one. */
  drawFields(of: FieldsOf): ReactNode;
}

export type Control = ComponentType<ControlProps<never>>;
