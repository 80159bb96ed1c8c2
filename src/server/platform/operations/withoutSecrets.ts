/** An input as logs and audit events may hold it: the fields named as secret are gone, wherever they stand. */
export function withoutSecrets(input: unknown, secret: readonly string[]): unknown {
  if (secret.length === 0) return input ?? null;
  if (Array.isArray(input)) return input.map(item => withoutSecrets(item, secret));
  if (input === null || typeof input !== 'object') return input ?? null;
  return Object.fromEntries(
    Object.entries(input)
      .filter(([name]) => !secret.includes(name))
      .map(([name, value]) => [name, withoutSecrets(value, secret)]),
  );
}
