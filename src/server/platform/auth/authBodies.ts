import { z } from 'zod';
import { PASSWORD_LENGTH } from '../../../contract/people.ts';
import { line, text } from '../../../contract/values.ts';
import { refuse } from '../operations/refuse.ts';

/** Bytes as base64url, as browsers send them in the answers of devices. */
const bytes = z
  .string()
  .max(12_000)
  .regex(/^[\w-]*$/);

/** What a browser got from a device, in the JSON form of Web Authentication; only what is read of it. */
const credential = z.object({
  id: bytes,
  rawId: bytes,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes.optional(),
    authenticatorData: bytes.optional(),
    signature: bytes.optional(),
    userHandle: bytes.nullish(),
    transports: z
      .array(
        z
          .string()
          .max(20)
          .regex(/^[a-z-]+$/),
      )
      .max(10)
      .optional(),
  }),
});

/** Of each path that takes a body: what better-auth gets to see of it. */
export const BODIES = {
  '/sign-in/email': z.object({
    email: text(254),
    password: text(PASSWORD_LENGTH.most * 8),
    rememberMe: z.boolean().optional(),
  }),
  '/sign-out': z.object({}).nullish(),
  '/passkey/verify-registration': z.object({ response: credential, name: line(100).optional() }),
  '/passkey/verify-authentication': z.object({ response: credential }),
} as const satisfies Record<string, z.ZodType>;

/**
 * The body of a request as better-auth gets it.
 *
 * @throws invalid, with the places
 */
export function readBody(path: string, body: unknown): object {
  const schema: z.ZodType | undefined = BODIES[path as keyof typeof BODIES];
  const parsed = schema?.safeParse(body ?? undefined);
  if (!parsed?.success) {
    const issues = parsed?.error.issues.map(({ path: at, message }) => ({
      path: at.map(part => `/${String(part)}`).join(''),
      message,
    }));
    return refuse('invalid', 'This step of signing in lacks something, or holds something else.', {
      issues: issues ?? [],
    });
  }
  return parsed.data ?? {};
}
