import type { FormSchema } from '../../contract/formSchema.ts';
import type { FormValues } from './formValues.ts';

interface Known {
  /** Fields that the page knows itself. */
  without: readonly string[];
  /** What is edited. */
  given: FormValues;
}

/** What of an operation's input a form asks for: all of it but what the page knows itself. */
export function shapeOf({ properties = {}, required, ...schema }: FormSchema, { without, given }: Known) {
  const asked = Object.fromEntries(Object.entries(properties).filter(([name]) => !without.includes(name)));
  return withNeeds({ ...schema, properties: asked, ...(required && { required }) }, given);
}

/**
 * A field that has a value must keep one, even where the operation may be sent without it: cleared, an edit would
 * leave it as it was, and what is new would get the value that was just taken away.
 */
function withNeeds(schema: FormSchema, given: FormValues = {}): FormSchema {
  const { properties, items, required = [] } = schema;
  if (items) return { ...schema, items: withNeeds(items) };
  if (!properties) return schema;
  const isNeeded = (name: string): boolean =>
    required.includes(name) || given[name] != null || properties[name]?.default != null;
  return {
    ...schema,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, field]) => [name, withNeeds(field)]),
    ),
    required: Object.keys(properties).filter(isNeeded),
  };
}
