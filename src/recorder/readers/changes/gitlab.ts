import { at, firstText, isObject, type JsonObject, objectOf, objectsOf, textOf } from '../json/value.ts';
import { type Change, isDelivery, levelOfOutcome, subjectOf } from './change.ts';

/** GitLab's webhooks by `object_kind`. */
const KINDS: Record<string, (payload: JsonObject) => Change> = {
  deployment: fromDeployment,
  push: fromPush,
  tag_push: fromPush,
  pipeline: fromPipeline,
  build: fromBuild,
  merge_request: fromMergeRequest,
  release: fromRelease,
};

/** Whether a payload is a GitLab webhook: `{"object_kind":"deployment","project":{"path_with_namespace":"shop/cart"},…}`. */
export function isGitlab(payload: JsonObject): boolean {
  return typeof payload.object_kind === 'string' && (isObject(payload.project) || 'project_id' in payload);
}

/** Reads a webhook: a deployment, push, pipeline, job, merge request or release; anything else as an event. */
export function fromGitlab(payload: JsonObject): Change[] {
  const read = KINDS[textOf(payload.object_kind) ?? ''] ?? fromOther;
  const change = read(payload);
  const project = firstText(payload, 'project.path_with_namespace', 'project.name', 'project_name');
  const by = firstText(payload, 'user.username', 'user.name', 'user_username', 'user_name');
  return [
    {
      ...change,
      service: change.service ?? project?.split('/').at(-1)?.trim(),
      details: { ...change.details, repository: project, by: change.details?.by ?? by },
    },
  ];
}

function fromDeployment(payload: JsonObject): Change {
  const status = textOf(payload.status);
  const environment = firstText(payload, 'environment', 'environment.name');
  return {
    kind: 'change',
    name: `deploy ${textOf(payload.ref) ?? textOf(payload.short_sha) ?? ''} to ${environment ?? '?'}: ${status ?? ''}`,
    body: textOf(payload.commit_title),
    times: [payload.status_changed_at],
    level: levelOfOutcome(status),
    details: {
      deployment: textOf(payload.deployment_id) ?? environment,
      environment,
      state: status,
      commit: payload.short_sha,
      url: payload.deployable_url,
    },
  };
}

function fromPush(payload: JsonObject): Change {
  const commits = objectsOf(payload.commits);
  const ref = textOf(payload.ref)?.replace(/^refs\/(?:heads|tags)\//, '');
  const head = commits.at(-1);
  return {
    kind: 'change',
    name: `push to ${ref ?? '?'}: ${subjectOf(firstText(head, 'title', 'message'))}`,
    body: commits.map(commit => subjectOf(firstText(commit, 'title', 'message'))).join('\n'),
    times: [head?.timestamp],
    details: { commit: payload.after, ref, commits: commits.length },
  };
}

function fromPipeline(payload: JsonObject): Change {
  const run = objectOf(payload.object_attributes);
  const status = textOf(run.status);
  const name = firstText(run, 'name', 'source') ?? 'pipeline';
  return {
    kind: isDelivery(name) ? 'change' : 'event',
    name: `pipeline ${name} on ${textOf(run.ref) ?? '?'}: ${status ?? ''}`,
    body: firstText(payload, 'commit.title', 'commit.message'),
    times: [run.finished_at, run.created_at],
    level: levelOfOutcome(status),
    details: { run: run.id, commit: run.sha, ref: run.ref, started_at: run.created_at, url: run.url },
  };
}

function fromBuild(payload: JsonObject): Change {
  const name = firstText(payload, 'build_name') ?? 'job';
  const status = textOf(payload.build_status);
  const isDeploy = isDelivery(`${name} ${textOf(payload.build_stage) ?? ''}`);
  return {
    kind: isDeploy ? 'change' : 'event',
    name: `job ${name}: ${status ?? ''}`,
    body: firstText(payload, 'build_failure_reason', 'commit.message'),
    times: [payload.build_finished_at, payload.build_started_at, payload.build_created_at],
    level: levelOfOutcome(status),
    details: {
      run: payload.build_id,
      commit: payload.sha,
      ref: payload.ref,
      environment: at(payload, 'environment.name'),
      ...(isDeploy && { deployment: textOf(payload.build_id) ?? name }),
    },
  };
}

function fromMergeRequest(payload: JsonObject): Change {
  const request = objectOf(payload.object_attributes);
  const isMerged = request.state === 'merged';
  return {
    kind: isMerged ? 'change' : 'event',
    name: `!${textOf(request.iid) ?? ''} ${textOf(request.title) ?? ''}`,
    body: `merge request ${firstText(request, 'action', 'state') ?? ''}`,
    times: [request.merged_at, request.updated_at, request.created_at],
    details: { commit: request.merge_commit_sha, ref: request.target_branch, url: request.url },
  };
}

function fromRelease(payload: JsonObject): Change {
  return {
    kind: 'change',
    name: `release ${firstText(payload, 'tag', 'name') ?? ''} ${textOf(payload.action) ?? ''}`,
    body: textOf(payload.description),
    times: [payload.released_at, payload.created_at],
    details: { deployment: payload.tag, commit: at(payload, 'commit.id'), url: payload.url },
  };
}

function fromOther(payload: JsonObject): Change {
  const subject = objectOf(payload.object_attributes);
  return {
    kind: 'event',
    name: `${textOf(payload.object_kind) ?? 'event'} ${textOf(subject.action) ?? ''}`,
    body: firstText(subject, 'title', 'note', 'description'),
    times: [subject.updated_at, subject.created_at],
    details: { url: subject.url },
  };
}
