import type { Attributes, AttributeValue } from '../record.ts';

type RedactText = (text: string, key: string) => string;

/** Names that say nothing of their value: what stands around it is its name. */
const NEUTRAL =
  /^(?:[#$_]?(?:value|values|text|data|raw)|(?:string|int|double|bytes|array|default|parameter)_?values?)$/i;
/** Names whose value is the name of the value beside it: `{name: 'DB_PASSWORD', value: …}`. */
const NAMING = ['name', 'Name', 'key', 'Key', 'ParameterKey', 'header', 'field'] as const;

/**
 * Redacts each leaf under its name: that of its field, of the list that holds it, or the one that stands beside it
 * (`{name, value}`) or around it (`{password: {value}}`) where the field is just called a value. Returns a new value.
 */
export function redactAttributes(attributes: Attributes, redactText: RedactText, around = ''): Attributes {
  const context = NAMING.map(naming => attributes[naming]).find(isText) ?? around;
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [
      redactText(key, ''),
      redactValue(value, NEUTRAL.test(key) && context !== '' ? context : key, redactText),
    ]),
  );
}

function redactValue(value: AttributeValue, key: string, redactText: RedactText): AttributeValue {
  if (typeof value === 'string') return redactText(value, key);
  if (typeof value === 'number') return redactNumber(value, key, redactText);
  if (Array.isArray(value)) return value.map(element => redactValue(element, key, redactText));
  if (value !== null && typeof value === 'object') return redactAttributes(value, redactText, key);
  return value;
}

function isText(value: AttributeValue | undefined): value is string {
  return typeof value === 'string';
}

/** Card and phone numbers, PINs: stay numbers unless something in them is replaced. */
function redactNumber(value: number, key: string, redactText: RedactText): AttributeValue {
  const text = String(value);
  const redacted = redactText(text, key);
  return redacted === text ? value : redacted;
}
