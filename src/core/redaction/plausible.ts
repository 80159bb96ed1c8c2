import { entropyOf } from './entropy.ts';
import { isPlaceholder } from './placeholder.ts';
import type { SecretName } from './secretName.ts';

/** Whether a value may be the secret that its name promises. */
export function isPlausibleSecret(promise: SecretName, value: string): boolean {
  if (promise === undefined || isPlaceholder(value)) return false;
  return TESTS[promise](value);
}

const TESTS = {
  password: value =>
    value.length >= 4 &&
    !isCode(value) &&
    !/^https?:/.test(value) &&
    !/^(?:\d{1,3}|0x[0-9a-f]+)$/i.test(value),
  secret: value => value.length >= 10 && isDrawn(value),
  key: value => value.length >= 16 && isDrawn(value) && /\d/.test(value) && entropyOf(value) > 3.2,
} satisfies Record<NonNullable<SecretName>, (value: string) => boolean>;

/** Machines write hex in one case; hex digits in both were typed by someone who wanted it to look like a key. */
const MIXED_HEX = /^(?=.*[a-f])(?=.*[A-F])[0-9a-fA-F]{32,}$/;

/** Drawn by a machine: one run of key characters, letters and digits mixed or of high entropy, and no name of a thing. */
function isDrawn(value: string): boolean {
  if (!/^[\w+/=.~:!@#$%^*|-]+$/.test(value) || isCode(value) || isNameOfThing(value) || MIXED_HEX.test(value))
    return false;
  const hasDigit = /\d/.test(value);
  const hasLetter = /[A-Za-z]/.test(value);
  if (!hasLetter) return hasDigit && value.length >= 16 && entropyOf(value) > 2;
  if (!hasDigit)
    return value.length >= 16 && /[a-z]/.test(value) && /[A-Z]/.test(value) && entropyOf(value) > 3.7;
  return entropyOf(value) > (value.length < 12 ? 2.2 : 2.5);
}

/** Calls, member access, declarations: `getToken()`, `config.token`, `Map<String`. */
function isCode(value: string): boolean {
  return /[({;]|\)$|^(?:this|self|new|null|await|function|return|config|process|os|env|ctx|req|res|request|response|settings|options|params|args|props|data|user|var|local|module)\.|=>|::/.test(
    value,
  );
}

const THINGS = [
  /^[a-z][a-z\d+.-]{1,12}:\/\/|^(?:arn|urn|jdbc|projects|refs|secrets|file)[:/]/i, // addresses
  /^[./~]|^[A-Za-z]:[\\/]|\.(?:pem|key|crt|cer|json|ya?ml|txt|js|ts|py|go|java|jar|png|html?|xml|log|conf|cfg|properties|env|sh)$/i, // paths
  /^\d{4}-\d\d-\d\d|^\d\d?:\d\d/, // times
  /^v?\d+(?:\.\d+){1,3}(?:[-.+][\w.]+)?$/, // versions
  /^[a-z]{2,}\d{0,3}(?:[._:/-](?:[a-z]{2,}\d{0,3}|\d{1,12}))+$/, // dotted and dashed names: org.slf4j, my-service-2
  /^\d+:|^[a-z]{2}[a-z\d]{0,14}:[A-Z]?[A-Za-z]+$/, // a place in a numbered thing: 12:0-4711; qualified names: xs:dateTime
  /^[A-Z]+(?:_[A-Z0-9]+)+$/, // constants
  /^(?:[A-Z]?[a-z]{2,}){1,}\d{0,2}$/, // words in camel case
  /^[a-z]+(?:_[a-z]+)+\d{0,2}$/, // words in snake case
  /^[\w.+-]+@[\w-]+\.[a-z]{2,}$/i, // mail addresses
  /^[0-9a-f]{64}[A-Z]\d{1,3}$/, // a digest with a suffix
  /-SNAPSHOT$/,
  /^[a-z][\w$]*(?:\.[\w$]+)+@[0-9a-f]{1,8}$/i, // a Java object
];

function isNameOfThing(value: string): boolean {
  return THINGS.some(thing => thing.test(value));
}
