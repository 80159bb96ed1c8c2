import type { JsonSchema } from '../../../../contract/jsonSchema.ts';
import { html, type Markup } from '../../../../recorder/page/html.ts';

/** The fields of an object as a list, nested ones within; anything else as its type alone. */
export function renderSchema(schema: JsonSchema): Markup {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) return html`<p class="type">${describeType(schema)}</p>`;
  const required = new Set(schema.required);
  return html`<ul class="fields">${fields.map(([name, child]) => renderField(name, child, required.has(name)))}</ul>`;
}

function renderField(name: string, schema: JsonSchema, isRequired: boolean): Markup {
  const inner = innerObject(schema);
  return html`<li><code class="field">${name}</code> <span class="type">${describeType(schema)}</span>${isRequired ? undefined : html` <span class="optional">optional</span>`}${schema.default === undefined ? undefined : html` <span class="default">default <code>${JSON.stringify(schema.default)}</code></span>`}${schema.description ? html`<p>${inProse(schema.description)}</p>` : undefined}${inner ? renderSchema(inner) : undefined}</li>`;
}

/** The object that a field is, may be, or is a list of. */
function innerObject(schema: JsonSchema): JsonSchema | undefined {
  if (schema.properties) return schema;
  if (schema.items) return innerObject(schema.items);
  return (schema.anyOf ?? schema.oneOf)?.map(innerObject).find(found => found !== undefined);
}

/** Text with `code` marked as such. */
const inProse = (text: string): Markup[] =>
  text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));

const FORMATS: Record<string, string> = {
  uuid: 'id',
  'date-time': 'instant',
  date: 'day',
  email: 'e-mail address',
  uri: 'http(s) address',
  binary: 'bytes',
};

/** A schema in a few words: `integer 1–4`, `list of id, at most 200`, `sev1 · sev2`. */
export function describeType(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map(String).join(' · ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(describeType))].join(' or ');
  const types = [schema.type ?? 'anything'].flat();
  return types.map(type => describePlain(type, schema)).join(' or ');
}

function describePlain(type: string, schema: JsonSchema): string {
  switch (type) {
    case 'array':
      return `list of ${describeType(schema.items ?? {})}${most(schema.maxItems, '')}`;
    case 'string':
      return FORMATS[schema.format ?? ''] ?? `text${most(schema.maxLength, ' characters')}`;
    case 'integer':
    case 'number':
      return `${type}${rangeOf(schema)}`;
    default:
      return type;
  }
}

const most = (count: number | undefined, unit: string): string =>
  count === undefined ? '' : `, at most ${count.toLocaleString('en')}${unit}`;

function rangeOf({ minimum, exclusiveMinimum, maximum }: JsonSchema): string {
  const least = minimum ?? (exclusiveMinimum === undefined ? undefined : exclusiveMinimum + 1);
  if (least !== undefined && maximum !== undefined) return ` ${least}–${maximum}`;
  if (least !== undefined) return `, at least ${least}`;
  return maximum === undefined ? '' : `, at most ${maximum}`;
}
