/** The letters and digits of which Kubernetes makes random name parts: no vowels, nothing that looks alike. */
const SAFE = '[bcdfghjklmnpqrstvwxz2456789]';

/** The endings that controllers give to the names of their pods, the most telling first. */
const ENDINGS: readonly RegExp[] = [
  new RegExp(`-${SAFE}{6,10}-${SAFE}{5}$`), // Deployment: -64469b5b48-5rjvb
  /-[0-9a-f]{8,10}-[0-9a-z]{5}$/, // Deployment of older clusters: -1634812345-x0ab1
  new RegExp(`-\\d{8,10}-${SAFE}{5}$`), // CronJob: -28374650-abcde
  new RegExp(`-${SAFE}{5}$`), // DaemonSet, Job: -x7k2p
  /-\d{1,4}$/, // StatefulSet: -0
];

/** Words that could be a random ending, but are names. */
const WORDS = new Set(['-https', '-httpd', '-pgsql', '-mssql', '-grpcs']);

const KNOWN_LIMIT = 10_000;
const known = new Map<string, string>();

/** The service that a pod belongs to: `ts-travel-service-64469b5b48-5rjvb` gives `ts-travel-service`, `db-0` gives `db`. */
export function serviceOfPod(pod: string): string {
  const seen = known.get(pod);
  if (seen !== undefined) return seen;
  const service = withoutEnding(pod);
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(pod, service);
  return service;
}

function withoutEnding(pod: string): string {
  for (const ending of ENDINGS) {
    const found = ending.exec(pod);
    if (found && found.index > 0 && !WORDS.has(found[0])) return pod.slice(0, found.index);
  }
  return pod;
}
