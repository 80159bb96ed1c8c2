import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { parseRoleMapping } from './platform/auth/rolesFromClaims.ts';
import { trustedProxies } from './platform/http/trustedProxies.ts';
import { isThisMachine } from './platform/isThisMachine.ts';

const flag = z.enum(['true', 'false']).transform(value => value === 'true');
const webAddress = z.url({ protocol: /^https?$/, message: 'must be an address like https://id.example.com' });
const origin = z
  .string()
  .refine(isOrigin, 'must be an address without a path, like https://afterword.example.com');

/**
 * Every variable, its form and what it is for. One that ends in `_FILE` names a file whose content is the value of the
 * variable without it: for secrets that are mounted.
 */
export const VARIABLES = {
  AFTERWORD_DATA: z
    .string()
    .default(join(homedir(), '.afterword', 'data'))
    .describe('Folder for everything the server keeps. Back it up with `afterword backup`.'),
  AFTERWORD_HOST: z.string().default('127.0.0.1').describe('Address to listen on; 0.0.0.0 for all.'),
  AFTERWORD_PORT: z.coerce.number().int().min(0).max(65_535).default(4600).describe('Port to listen on.'),
  AFTERWORD_URL: origin
    .optional()
    .describe('Where people reach the server; used in mails and for passkeys. Default: what it listens on.'),
  AFTERWORD_TRUST_PROXY: trustedProxies
    .default(false)
    .describe(
      'Whose X-Forwarded-For is believed: `true`, the one proxy in front; a number, so many one behind the other; or their addresses, `10.0.0.0/8, 192.168.1.1`.',
    ),
  AFTERWORD_LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal'])
    .default('info')
    .describe('What is logged.'),
  AFTERWORD_JOBS: z.coerce
    .number()
    .int()
    .min(0)
    .max(64)
    .default(2)
    .describe('Jobs at once in this process; 0: none.'),
  AFTERWORD_CHECKPOINTS: z
    .string()
    .default(join(homedir(), '.afterword', 'checkpoints'))
    .describe('Folder for the audit log’s signed checkpoints; must lie outside AFTERWORD_DATA.'),
  AFTERWORD_AUDIT_KEY: z
    .string()
    .optional()
    .describe(
      'File of the key that signs the audit log; servers of one database need the same. Default: made once as AFTERWORD_DATA/audit.key.',
    ),
  AFTERWORD_REQUESTS_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(0)
    .max(10_000_000)
    .default(3_000)
    .describe('Requests that an account, or an address without one, may make in a minute; 0: any number.'),
  AFTERWORD_SESSION_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(366)
    .default(30)
    .describe('Days after which people sign in again, however much they use it.'),
  AFTERWORD_SESSION_IDLE_HOURS: z.coerce
    .number()
    .int()
    .min(1)
    .max(24 * 366)
    .default(168)
    .describe('Hours after which a browser that nobody used is signed out.'),
  AFTERWORD_METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe('Bearer token for /metrics. Default: metrics can be read on this machine only.'),
  AFTERWORD_BACKUP_KEY: z
    .string()
    .min(12)
    .optional()
    .describe('Passphrase that encrypts back-ups. Keep it elsewhere: without it they are lost.'),
  AFTERWORD_SETUP_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe('What the first administrator must know. Default: made and printed at the first start.'),
  AFTERWORD_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe('Server secret from which all keys are derived. Default: made once in AFTERWORD_DATA/secret.'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, 'must begin with postgres://')
    .refine(URL.canParse, 'is no address: in its password, write # / ? @ as %23 %2F %3F %40')
    .optional()
    .describe(
      'A PostgreSQL from version 15 on; over a network with ?sslmode=verify-full. Default: one of our own in AFTERWORD_DATA.',
    ),
  AFTERWORD_DATABASE_CONNECTIONS: z.coerce
    .number()
    .int()
    .min(4)
    .max(500)
    .default(16)
    .describe('Connections at once.'),
  AFTERWORD_S3_BUCKET: z
    .string()
    .optional()
    .describe('Bucket for objects. Default: files in AFTERWORD_DATA/objects.'),
  AFTERWORD_S3_ENDPOINT: webAddress.optional().describe('Of an S3-compatible server; none for AWS.'),
  AFTERWORD_S3_REGION: z.string().default('us-east-1').describe('Region of the bucket.'),
  AFTERWORD_S3_ACCESS_KEY: z.string().optional().describe('Access key id.'),
  AFTERWORD_S3_SECRET_KEY: z.string().optional().describe('Secret access key.'),
  AFTERWORD_S3_PATH_STYLE: flag.default(false).describe('Bucket in the path instead of in the host name.'),
  AFTERWORD_EVIDENCE_LIMIT: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 20)
    .default(10_240)
    .describe('Largest file of evidence, in MiB.'),
  AFTERWORD_READING_DAYS: z.coerce
    .number()
    .int()
    .min(0)
    .max(36_500)
    .default(90)
    .describe(
      'Days for which records and draft of a reading stay that a newer one superseded and that nothing refers to; 0: for ever.',
    ),
  AFTERWORD_SMTP_URL: z
    .url({ protocol: /^smtps?$/, message: 'must be an address like smtp://user:password@host:587' })
    .optional()
    .describe(
      'smtp://user:password@host:587, encrypted unless ?requireTLS=false. Without it, invitations are links to hand over.',
    ),
  AFTERWORD_MAIL_FROM: z.string().default('Afterword <afterword@localhost>').describe('Sender of mails.'),
  AFTERWORD_OIDC_ISSUER: webAddress
    .refine(isSafe, 'must begin with https:// unless it is on this machine')
    .optional()
    .describe('OpenID Connect provider.'),
  AFTERWORD_OIDC_CLIENT_ID: z.string().optional().describe('Our client id there.'),
  AFTERWORD_OIDC_CLIENT_SECRET: z.string().optional().describe('Our client secret there.'),
  AFTERWORD_OIDC_SCOPES: z
    .string()
    .default('')
    .describe('Asked for besides openid, email and profile: groups.'),
  AFTERWORD_OIDC_GROUPS_CLAIM: z.string().default('groups').describe('Claim that holds a person’s groups.'),
  AFTERWORD_OIDC_ROLES: z
    .string()
    .superRefine((text, context) => {
      try {
        parseRoleMapping('groups', text);
      } catch (error) {
        context.addIssue({ code: 'custom', message: (error as Error).message });
      }
    })
    .optional()
    .describe(
      'Roles by group: sre=responder,owner; admins=administrator. Default: roles are given out here.',
    ),
  AFTERWORD_OIDC_NAME: z.string().default('Single sign-on').describe('What the sign-in button says.'),
} as const satisfies Record<string, z.ZodType>;

/** Whether nobody on the way can answer instead. */
function isSafe(address: string): boolean {
  return !URL.canParse(address) || address.startsWith('https:') || isThisMachine(new URL(address).hostname);
}

/** Whether a text is scheme and host alone: nobody is told to go below a path. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin, href } = new URL(text);
  return /^https?:$/.test(protocol) && (href === origin || href === `${origin}/`);
}
