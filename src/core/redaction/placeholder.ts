/**
 * Whether a value only stands where a secret would: a variable, a template, a mask, a word such as `changeme`, a
 * sequence typed by hand. Nothing is lost when it stays readable.
 */
export function isPlaceholder(value: string): boolean {
  const start = value.length > JUDGED ? value.slice(0, JUDGED) : value;
  return SHAPES.some(shape => shape.test(start)) || WORDS.test(start) || isTypedByHand(start);
}

/** Characters of a value by which it is judged: what is longer is not typed where a secret would stand. */
const JUDGED = 512;

const SHAPES = [
  /^[$%]\{?[A-Za-z_({]/, // $VAR, ${VAR}, $(command), %(name)s, %{name}
  /^%[A-Za-z_]+%$|^%[sdv]$/, // %VAR%, %s
  /\{\{|\}\}|\$\{/, // {{ template }}
  /^[<[{(].*[>\]})]$/, // <password>, [REDACTED], {token}
  /^<|[‹›]/, // a token of ours
  /^[*x#.•?_-]+$|^(?:yyy+|zzz+|abc|123)$/i, // ****, xxxx
  /\.\.\.|…|\*{3}|[xX]{6}|(.)\1{15}/, // cut or masked
  /^(?:@[./]|env[.:(]|process\.env|os\.(?:environ|getenv)|secrets?[.[]|vault:|ref\+|!\w+)/i, // taken from elsewhere
];

const WORDS =
  /^(?:(?:your|my|the|some|a|an|this|enter|insert|add|put|change|replace|fake|dummy|test|example|sample|demo)?[-_ ]?(?:api|access|auth|secret|private|client|user|service|bearer|refresh)?[-_ ]?(?:token|key|secret|password|passwd|pass|pwd|passphrase|credentials?|value|placeholder|changeme|change|me|here|it|hash|string|text|auth|login|username|user|name)(?:[-_ ]?(?:here|value|goes|this|me|word|name|\d{1,3}))*|none|null|nil|undefined|true|false|yes|no|n\/a|na|empty|default|unset|missing|invalid|valid|unknown|required|optional|redacted|removed|hidden|masked|filtered|encrypted|example|placeholder|dummy|todo|tbd|foo|bar|baz|foobar|string|number|boolean|object|bytes?|anonymous|guest|basic|bearer|oauth2?|jwt|saml|ldap|ok|failed|failure|success|expired|error)$/i;

/** A run of at least this many ascending characters (`12345678`, `abcdefgh`), and this share of the value, was typed. */
const TYPED_RUN = 8;
const TYPED_SHARE = 0.1;

/** Machines draw keys; people type runs. */
function isTypedByHand(value: string): boolean {
  const enough = Math.max(TYPED_RUN, value.length * TYPED_SHARE);
  let run = 1;
  for (let i = 1; i < value.length; i += 1) {
    run = value.charCodeAt(i) === value.charCodeAt(i - 1) + 1 ? run + 1 : 1;
    if (run >= enough) return true;
  }
  return value.length <= 48 && value.includes('EXAMPLE');
}
