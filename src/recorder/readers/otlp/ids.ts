/**
 * A trace or span id in lower-case hex. OTLP JSON writes hex; the general JSON form of protobuf writes base64 of the
 * same 16 or 8 bytes. Undefined for empty ids and ids of zeros.
 */
export function hexId(id: unknown): string | undefined {
  if (typeof id !== 'string' || id === '') return undefined;
  const isBase64 = id.length === 24 || id.length === 12;
  const hex = isBase64 ? Buffer.from(id, 'base64').toString('hex') : id;
  if (hex.startsWith('0000') && /^0+$/.test(hex)) return undefined;
  return /[A-F]/.test(hex) ? hex.toLowerCase() : hex;
}
