import {
  arrayOf,
  at,
  firstText,
  isObject,
  type JsonObject,
  numberOf,
  objectOf,
  objectsOf,
  textOf,
} from '../json/value.ts';
import { type Change, isDelivery, levelOfOutcome, subjectOf } from './change.ts';

type Reader = (subject: JsonObject, payload: JsonObject) => Change;

/** What GitHub's webhooks name after their subject, by the member that holds it. */
const SUBJECTS: Record<string, Reader> = {
  deployment_status: (status, payload) => fromDeployment(objectOf(payload.deployment), status),
  deployment: deployment => fromDeployment(deployment, {}),
  workflow_run: fromRun,
  workflow_job: fromRun,
  check_suite: fromRun,
  check_run: fromRun,
  release: fromRelease,
  pull_request: fromPullRequest,
};

/** Whether a payload is a GitHub webhook, or an entry of a list of its API. */
export function isGithub(payload: JsonObject): boolean {
  return isWebhook(payload) || entryReader(payload) !== undefined;
}

/** Reads a webhook, or an entry of a list of deployments, statuses, runs, releases, commits or pull requests. */
export function fromGithub(payload: JsonObject): Change[] {
  if (!isWebhook(payload)) {
    const read = entryReader(payload);
    return read ? [withRepository(read(payload, {}), payload)] : [];
  }
  const key = Object.keys(SUBJECTS).find(name => isObject(payload[name]));
  const change = key
    ? SUBJECTS[key]?.(objectOf(payload[key]), payload)
    : Array.isArray(payload.commits)
      ? fromPush(payload)
      : fromOther(payload);
  return change ? [withRepository(change, payload)] : [];
}

function isWebhook(payload: JsonObject): boolean {
  if (!isObject(payload.sender)) return false;
  const isOfAccount = typeof payload.action === 'string' && 'login' in payload.sender;
  return isOfAccount || 'full_name' in objectOf(payload.repository);
}

function entryReader(entry: JsonObject): Reader | undefined {
  const url = textOf(entry.url) ?? '';
  if ('environment' in entry && 'sha' in entry && 'task' in entry)
    return deployment => fromDeployment(deployment, {});
  if ('state' in entry && /\/deployments\/\d+\/statuses\//.test(url))
    return status => fromDeployment({}, status);
  if ('run_number' in entry && 'head_sha' in entry) return fromRun;
  if ('headSha' in entry && 'workflowName' in entry) return fromRun;
  if ('tag_name' in entry && 'published_at' in entry) return fromRelease;
  if ('sha' in entry && isObject(at(entry, 'commit.author'))) return fromCommit;
  if (('merged_at' in entry || 'mergedAt' in entry) && 'title' in entry) return fromPullRequest;
  return undefined;
}

function withRepository(change: Change, payload: JsonObject): Change {
  const full =
    firstText(payload, 'repository.full_name', 'head_repository.full_name') ??
    /github\.com\/(?:repos\/)?([^/]+\/[^/]+)/.exec(firstText(payload, 'html_url', 'url') ?? '')?.[1];
  const service = change.service ?? full?.split('/').at(-1);
  return {
    ...change,
    service,
    details: { ...change.details, repository: full, by: change.details?.by ?? at(payload, 'sender.login') },
  };
}

function fromDeployment(deployment: JsonObject, status: JsonObject): Change {
  const environment = firstText(status, 'environment') ?? firstText(deployment, 'environment');
  const state = textOf(status.state);
  const ref = textOf(deployment.ref);
  return {
    kind: 'change',
    name: `deploy ${ref ?? ''} to ${environment ?? '?'}${state ? `: ${state}` : ''}`.replace('  ', ' '),
    body: firstText(status, 'description') ?? textOf(deployment.description),
    times: [status.created_at, deployment.created_at],
    level: levelOfOutcome(state),
    details: {
      deployment: firstText(deployment, 'id') ?? firstText(status, 'deployment_url'),
      environment,
      state,
      commit: deployment.sha,
      ref,
      by: firstText(status, 'creator.login') ?? firstText(deployment, 'creator.login'),
      url: firstText(status, 'log_url', 'target_url'),
    },
  };
}

function fromRun(run: JsonObject, payload: JsonObject): Change {
  const name = firstText(run, 'name', 'workflowName', 'app.name') ?? 'run';
  const outcome = firstText(run, 'conclusion', 'status');
  const ended = run.conclusion ? (run.completed_at ?? run.updated_at ?? run.updatedAt) : undefined;
  return {
    kind: isDelivery(`${name} ${firstText(run, 'path') ?? ''}`) ? 'change' : 'event',
    name: `${name}: ${outcome ?? textOf(payload.action) ?? ''}`,
    body: firstText(run, 'display_title', 'displayTitle', 'output.title', 'output.summary'),
    times: [ended, run.run_started_at, run.started_at, run.startedAt, run.created_at, run.createdAt],
    level: levelOfOutcome(outcome),
    details: {
      run: run.id ?? run.databaseId,
      commit: run.head_sha ?? run.headSha,
      ref: run.head_branch ?? run.headBranch,
      event: run.event,
      started_at: run.run_started_at ?? run.started_at,
      by: at(run, 'actor.login'),
      url: run.html_url ?? run.url,
      // A run that delivers changes what runs; a commit alone does not.
      ...(isDelivery(name) && { deployment: textOf(run.id) ?? name }),
    },
  };
}

function fromRelease(release: JsonObject, payload: JsonObject): Change {
  return {
    kind: 'change',
    name: `release ${firstText(release, 'tag_name', 'name') ?? ''} ${textOf(payload.action) ?? ''}`,
    body: textOf(release.body),
    times: [release.published_at, release.created_at],
    details: {
      deployment: release.tag_name,
      ref: release.target_commitish,
      by: at(release, 'author.login'),
      url: release.html_url,
    },
  };
}

function fromPullRequest(request: JsonObject, payload: JsonObject): Change {
  const merged = request.merged_at ?? request.mergedAt;
  const number = textOf(request.number) ?? '';
  return {
    kind: merged ? 'change' : 'event',
    name: `#${number} ${textOf(request.title) ?? ''}`,
    body: `pull request ${number} ${merged ? 'merged' : (textOf(payload.action) ?? firstText(request, 'state') ?? '')}`,
    times: [merged, request.closed_at, request.updated_at, request.created_at],
    details: {
      commit: request.merge_commit_sha,
      ref: at(request, 'base.ref'),
      by: firstText(request, 'merged_by.login', 'user.login', 'author.login'),
      url: request.html_url ?? request.url,
    },
  };
}

function fromCommit(entry: JsonObject): Change {
  const message = firstText(entry, 'commit.message');
  return {
    kind: 'change',
    name: subjectOf(message),
    body: message,
    times: [at(entry, 'commit.committer.date'), at(entry, 'commit.author.date')],
    details: {
      commit: entry.sha,
      author: firstText(entry, 'commit.author.name', 'author.login'),
      url: entry.html_url,
    },
  };
}

function fromPush(payload: JsonObject): Change {
  const commits = objectsOf(payload.commits);
  const ref = textOf(payload.ref)?.replace(/^refs\/(?:heads|tags)\//, '');
  const head = objectOf(payload.head_commit);
  const subjects = commits.map(commit => subjectOf(textOf(commit.message)));
  const what = payload.deleted === true ? 'deleted' : subjectOf(textOf(head.message));
  return {
    kind: 'change',
    name: `push to ${ref ?? '?'}: ${what}`,
    body: subjects.join('\n'),
    times: [
      numberOf(at(payload, 'repository.pushed_at')),
      head.timestamp,
      at(payload, 'repository.updated_at'),
    ],
    details: {
      commit: payload.after,
      ref,
      commits: commits.length,
      forced: payload.forced === true || undefined,
      files: commits
        .flatMap(commit => [
          ...arrayOf(commit.added),
          ...arrayOf(commit.modified),
          ...arrayOf(commit.removed),
        ])
        .slice(0, 50),
      by: firstText(payload, 'pusher.name', 'sender.login'),
      url: payload.compare,
    },
  };
}

/** Issues, comments, reviews and all that does not change what runs. */
function fromOther(payload: JsonObject): Change {
  const key = Object.keys(payload).find(
    name => isObject(payload[name]) && 'created_at' in objectOf(payload[name]) && name !== 'repository',
  );
  const subject = objectOf(payload[key ?? '']);
  return {
    kind: 'event',
    name: `${key ?? 'event'} ${textOf(payload.action) ?? ''}`,
    body: firstText(subject, 'title', 'body', 'name', 'message'),
    times: [subject.updated_at, subject.created_at, at(payload, 'repository.updated_at')],
    details: { url: subject.html_url },
  };
}
