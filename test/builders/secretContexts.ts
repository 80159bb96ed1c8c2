/** The places in which a secret is usually met: settings, code, markup, a command, a log line, a URL. */
export const SECRET_CONTEXTS: readonly ((name: string, secret: string) => string)[] = [
  (name, secret) => `export ${name.toUpperCase()}_TOKEN=${secret}`,
  (name, secret) => `${name}_api_key: '${secret}'`,
  (name, secret) => `{"${name}Secret": "${secret}", "n": 1}`,
  (name, secret) => `{"body":"{\\"${name}_token\\":\\"${secret}\\"}"}`,
  (name, secret) => `<${name}-token>${secret}</${name}-token>`,
  (name, secret) => `${name}Token := "${secret}"`,
  (name, secret) => `const ${name}ApiKey = '${secret}';`,
  (name, secret) => `run --${name}-api-key ${secret} --verbose`,
  (name, secret) => `2026-01-02T03:04:05.678Z ERROR client=${name} auth token=${secret} failed`,
  (name, secret) => `GET /v1/items?${name}_token=${encodeURIComponent(secret)}&page=2`,
  (name, secret) => `"${name}_secret" => "${secret}",`,
];
