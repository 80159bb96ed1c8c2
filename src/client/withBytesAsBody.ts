import { BYTES } from '../contract/bytesField.ts';

/**
 * A request as operations with bytes take it: the bytes are the body, and what else is not in the path stands in the
 * query. Other requests stay as they are.
 */
export function withBytesAsBody<Request extends { url: URL; body: unknown }>(request: Request): Request {
  const { body } = request;
  const bytes = body instanceof FormData ? body.get(BYTES) : null;
  if (!(body instanceof FormData) || !(bytes instanceof Blob)) return request;
  const url = new URL(request.url);
  for (const [name, value] of body)
    if (name !== BYTES && typeof value === 'string') url.searchParams.append(name, value);
  return { ...request, url, body: new Blob([bytes], { type: 'application/octet-stream' }) };
}
