/** Names that say what a file is, not who wrote it: the folder then says who. */
const GENERIC =
  /^(?:access|error|errors|app|application|server|service|main|output|out|stdout|stderr|console|logs?|all|data|export|dump|events?|messages|syslog|system|kern|auth|daemon|debug|current|latest|records?|results?|slow|audit|trace|postgresql|postgres|mysqld?|mongod?|redis(?:-server)?|#|\d|[\d#T:_-]+)$/i;
/** Endings that say the same of a longer name: `checkout-access`, `web_error`. */
const SUFFIX = /[._-](?:access|errors?|app|logs?|stdout|stderr|output|console|server-log|audit|slow|#|\d+)$/i;
/** Folders in which everything is kept. */
const KEEPING =
  /^(?:var|logs?|srv|tmp|data|evidence|export|dumps?|raw|files?|home|opt|incident|archive|out|output)$/i;

/**
 * The program that a log file is named after: `app/checkout.log` gives `checkout`, `nginx/access.log` gives `nginx`,
 * `billing/app.log` gives `billing`. `''` when neither file nor folder names one.
 */
export function serviceOfFile(source: string): string {
  const parts = source.split(/[/\\!]/).filter(part => part !== '');
  const file = parts.pop() ?? '';
  let name = file.replace(/(?:\.[a-z]\w{0,7})+$/i, '');
  for (let shorter = name.replace(SUFFIX, ''); shorter !== name; shorter = name.replace(SUFFIX, ''))
    name = shorter;
  if (name !== '' && !GENERIC.test(name)) return name;
  const folder = parts.findLast(part => !KEEPING.test(part) && !GENERIC.test(part));
  return folder ?? '';
}
