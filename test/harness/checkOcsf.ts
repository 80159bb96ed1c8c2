import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';

interface Attribute {
  type: string;
  array?: true;
  required?: true;
  values?: string[];
}
interface Shape {
  attributes: Record<string, Attribute>;
  atLeastOne?: string[];
}
interface Schema {
  classes: Record<string, Shape & { uid: number; category: number }>;
  objects: Record<string, Shape>;
}

type Fields = Record<string, unknown>;

const schema = JSON.parse(
  readFileSync(new URL('../corpus/ocsf/schema.json', import.meta.url), 'utf8'),
) as Schema;

const PRIMITIVES: Record<string, (value: unknown) => boolean> = {
  string_t: value => typeof value === 'string',
  integer_t: value => Number.isInteger(value),
  long_t: value => Number.isInteger(value),
  timestamp_t: value => Number.isInteger(value) && (value as number) > 1e12,
  ip_t: value => typeof value === 'string' && isIP(value) > 0,
  json_t: () => true,
  object: value => typeof value === 'object' && value !== null,
};

/** What the published schema (OCSF 1.8.0) finds wrong with an event of a class that the corpus holds. */
export function checkOcsf(event: Fields): string[] {
  const shape = Object.values(schema.classes).find(
    ({ uid, category }) => event.class_uid === category * 1000 + uid && event.category_uid === category,
  );
  if (!shape) return [`class ${event.class_uid} of category ${event.category_uid} is not known`];
  const typeUid = Number(event.class_uid) * 100 + Number(event.activity_id);
  return [...(event.type_uid === typeUid ? [] : ['type_uid does not fit']), ...checkFields(event, shape, '')];
}

function checkFields(fields: Fields, { attributes, atLeastOne }: Shape, path: string): string[] {
  const missing = Object.entries(attributes).filter(
    ([name, { required }]) => required && fields[name] === undefined,
  );
  const hasOne = !atLeastOne || atLeastOne.some(name => fields[name] !== undefined);
  return [
    ...missing.map(([name]) => `${path}${name} is missing`),
    ...(hasOne ? [] : [`${path} needs one of ${atLeastOne}`]),
    ...Object.entries(fields).flatMap(([name, value]) =>
      checkValue(value, attributes[name], `${path}${name}`),
    ),
  ];
}

/** The numbers of class, category and type stand in the schema as the base class has them; they are checked above. */
const CHECKED_ABOVE = /^(?:class|category|type)_uid$/;

function checkValue(value: unknown, attribute: Attribute | undefined, path: string): string[] {
  if (!attribute) return [`${path} is not in the schema`];
  const { type, array, values } = attribute;
  if (array) {
    if (!Array.isArray(value)) return [`${path} is not a list`];
    const { array: _array, ...one } = attribute;
    return value.flatMap((item, place) => checkValue(item, one, `${path}[${place}]`));
  }
  if (values && !CHECKED_ABOVE.test(path) && !values.includes(String(value)))
    return [`${path}: ${value} is not one of its values`];
  const isPrimitive = PRIMITIVES[type];
  if (isPrimitive) return isPrimitive(value) ? [] : [`${path} is not a ${type}`];
  const shape = schema.objects[type];
  return shape ? checkFields(value as Fields, shape, `${path}.`) : [`${path}: ${type} is not in the corpus`];
}
