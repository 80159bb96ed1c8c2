import type { Attributes, AttributeValue } from '../record.ts';

type RedactText = (text: string, key: string) => string;

/** Redacts each leaf under its name; elements of a list stand under the name of the list. Returns a new value. */
export function redactAttributes(attributes: Attributes, redactText: RedactText): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [
      redactText(key, ''),
      redactValue(value, key, redactText),
    ]),
  );
}

function redactValue(value: AttributeValue, key: string, redactText: RedactText): AttributeValue {
  if (typeof value === 'string') return redactText(value, key);
  if (typeof value === 'number') return redactNumber(value, key, redactText);
  if (Array.isArray(value)) return value.map(element => redactValue(element, key, redactText));
  if (value !== null && typeof value === 'object') return redactAttributes(value, redactText);
  return value;
}

/** Card and phone numbers, PINs: stay numbers unless something in them is replaced. */
function redactNumber(value: number, key: string, redactText: RedactText): AttributeValue {
  const text = String(value);
  const redacted = redactText(text, key);
  return redacted === text ? value : redacted;
}
