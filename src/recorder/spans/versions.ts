/** What names the version of what runs in a record's attributes, the surest first; each with the version as group 1. */
const TELLING = [
  // OpenTelemetry, and the tags of Jaeger's and Zipkin's clients.
  `"(?:resource\\.)?(?:service|app|application)[._]?version":\\s*"([^"\\\\]+)"`,
  `"(?:app\\.kubernetes\\.io/version|k8s\\.pod\\.labels?\\.app\\.kubernetes\\.io/version|deployment\\.version|istio\\.canonical_revision|version)":\\s*"([^"\\\\]+)"`,
  // The tag of an image: alone, in a list, or behind the image's name.
  `"container\\.image\\.tags?":\\s*\\[?"([^"\\\\]+)"`,
  `"(?:container\\.image(?:\\.name)?|image|images)":\\s*"[^"@\\\\\\s]*:([\\w][\\w.-]*)(?:@[^"]*)?[\\s"]`,
] as const;

/** Words without which no version stands in a text: cheaper to look for than the expressions. */
const MAY_TELL = `(contains(attributes, 'ersion') or contains(attributes, 'image'))`;

const groupOf = (group: 0 | 1): string =>
  `case when ${MAY_TELL} then coalesce(${TELLING.map(
    expression => `nullif(regexp_extract(attributes, '${expression}', ${group}), '')`,
  ).join(', ')}, '') else '' end`;

/** SQL: the version that a record tells of what it comes from; empty when it tells none. */
export const TOLD_VERSION = groupOf(1);

/** SQL: the part of a record's attributes that tells it, by which records of the same version can be searched. */
export const VERSION_MARK = groupOf(0);

/** SQL: the pod that a record comes from; empty when it is none. */
export const POD = `regexp_extract(attributes, '"pod":\\s*"([^"\\\\]+)"', 1)`;

/** Letters of which Kubernetes makes the hash of a pod's template. */
const SAFE = '[bcdfghjklmnpqrstvwxz2456789]';

/** SQL over a `pod`: the hash of the template that it was made from, which changes with every roll-out; or empty. */
export const TEMPLATE = `regexp_extract(pod, '-(${SAFE}{6,10}|[0-9a-f]{8,10})-${SAFE}{5}$', 1)`;

/** SQL over a change: what it brought, where it names no version: a tag, or the commit of a deployment. */
export const DEPLOYED_VERSION = `coalesce(nullif(${TOLD_VERSION}, ''),
  nullif(regexp_extract(attributes, '"ref":\\s*"(?:refs/tags/)?(v?\\d+(?:\\.\\d+)+[\\w.+-]*)"', 1), ''),
  if(contains(attributes, '"deployment":'), left(regexp_extract(attributes, '"commit":\\s*"([0-9a-f]{7,64})"', 1), 12), ''))`;
