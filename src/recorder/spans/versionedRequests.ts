import { DEPLOYED_VERSION, POD, TEMPLATE, TOLD_VERSION, VERSION_MARK } from './versions.ts';

/** What says which version answered: the span, its pod's image, the last deploy before it, its pod's template, nothing. */
export type VersionSource = 'span' | 'image' | 'deploy' | 'template' | 'none';

/** What `versionedRequests` needs of `linked` besides. */
export const VERSION_COLUMNS = { told: TOLD_VERSION, mark: VERSION_MARK, pod: POD };

/**
 * Common table expressions behind those of `linkedSpans`: `request`, the spans that reach a service from outside or from
 * another one, with `version` (empty when nothing tells it), its `source`, and `mark`: text in the attributes of records
 * of that version, or empty.
 *
 * @param rows all records, as a table
 */
export const versionedRequests = (rows: string): string => `
  pod_image as (
    select pod, max(version) as version
    from (select ${POD} as pod, ${TOLD_VERSION} as version from ${rows} where kind in ('object', 'event', 'change'))
    where pod <> '' and version <> '' group by pod
  ), last_deploy as (
    select service, t, max(version) as version
    from (select service, epoch_us("at") as t, ${DEPLOYED_VERSION} as version from ${rows}
      where kind = 'change' and service <> '' and "at" is not null)
    where version <> '' group by service, t
  ), asked as (
    select one.*, pod_image.version as image, last_deploy.version as deployed, ${TEMPLATE} as template,
      case when told <> '' then 'span' when image is not null then 'image' when deployed is not null then 'deploy'
        when template <> '' then 'template' else 'none' end as source
    from (select linked.* from linked left join linked as caller on caller.number = linked.parent
      where linked.phase is not null and (caller.number is null or caller.service <> linked.service)) as one
    left join pod_image using (pod) asof left join last_deploy on last_deploy.service = one.service and last_deploy.t <= one.t
  ), request as (
    select service, t, d, failed, phase, source,
      case source when 'span' then told when 'image' then image when 'deploy' then deployed else template end as version,
      case source when 'span' then mark when 'template' then '-' || template || '-' else '' end as mark
    from asked
  )`;
