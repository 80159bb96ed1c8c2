import { describe, expect, test } from 'vitest';
import { readAll } from '../../../../test/harness/readAll.ts';

const at = (time: string) => Date.parse(time) * 1000;
const repository = { full_name: 'shop/cart', pushed_at: 1675079459 };
const sender = { login: 'alice' };

describe('git log', () => {
  const LOG = `commit 5779607b49aab1200488439f02372c57b4f75444 (HEAD -> main, tag: v1.2)
Merge: 1234567 89abcde
Author: Mona Lisa <mona@example.com>
Date:   Mon Jan 30 12:03:11 2023 +0100

    Raise the connection pool

    The old one ran dry.

 config/pool.yaml | 2 +-
 1 file changed, 1 insertion(+), 1 deletion(-)

commit 89abcde49aab1200488439f02372c57b4f75444f
Author:     Bob <bob@example.com>
AuthorDate: Sun Jan 29 10:00:00 2023 +0000
Commit:     Bob <bob@example.com>
CommitDate: Mon Jan 30 10:00:00 2023 +0000

    Fix: typo
`;

  test.each([['\n'], ['\r\n']])('in its usual formats, with line end %j', async end => {
    const { reader, records, unread } = await readAll(LOG.replaceAll('\n', end), { size: 50 });
    expect([reader, unread]).toEqual(['git-log', []]);
    expect(records).toMatchObject([
      {
        at: at('2023-01-30T11:03:11Z'),
        kind: 'change',
        name: 'Raise the connection pool',
        body: 'Raise the connection pool\n\nThe old one ran dry.',
        attributes: {
          commit: '5779607b49aab1200488439f02372c57b4f75444',
          author: 'Mona Lisa',
          files: ['config/pool.yaml'],
        },
        line: 1,
      },
      { at: at('2023-01-30T10:00:00Z'), name: 'Fix: typo', attributes: { author: 'Bob' }, line: 13 },
    ]);
  });

  test.each([
    ['5779607|2023-01-30T12:03:11+01:00|Raise the pool', undefined],
    [
      '5779607b49aab1200488439f02372c57b4f75444|Mona Lisa|2023-01-30 12:03:11 +0100|Raise the pool',
      'Mona Lisa',
    ],
    ['2023-01-30T12:03:11+01:00\t5779607\tRaise the pool', undefined],
    ['5779607 2023-01-30T12:03:11+01:00 Raise the pool', undefined],
    ['5779607 (2023-01-30 12:03:11 +0100) Raise the pool', undefined],
  ])('a commit a line: %s', async (line, author) => {
    const { reader, records } = await readAll(`${line}\n`.repeat(3));
    expect(reader).toBe('git-log-lines');
    expect(records[0]).toMatchObject({ at: at('2023-01-30T11:03:11Z'), name: 'Raise the pool' });
    expect(records[0]?.attributes?.author).toBe(author);
  });
});

describe('webhooks and APIs', () => {
  test.each([
    [
      'GitHub deployment',
      {
        deployment: {
          id: 7,
          sha: 'abc',
          ref: 'main',
          task: 'deploy',
          environment: 'production',
          created_at: '2023-01-30T11:40:00Z',
        },
        repository,
        sender,
      },
      {
        kind: 'change',
        name: 'deploy main to production',
        service: 'cart',
        at: at('2023-01-30T11:40:00Z'),
        attributes: { commit: 'abc', environment: 'production', by: 'alice' },
      },
    ],
    [
      'GitHub deployment status',
      {
        deployment_status: { state: 'failure', created_at: '2023-01-30T11:41:00Z' },
        deployment: { id: 7, ref: 'main', environment: 'production', created_at: '2023-01-30T11:40:00Z' },
        repository,
        sender,
      },
      { name: 'deploy main to production: failure', level: 'error', at: at('2023-01-30T11:41:00Z') },
    ],
    [
      'GitHub workflow run',
      {
        action: 'completed',
        workflow_run: {
          id: 1,
          name: 'Tests',
          conclusion: 'failure',
          head_sha: 'abc',
          run_number: 3,
          created_at: '2023-01-30T11:00:00Z',
          updated_at: '2023-01-30T11:10:00Z',
        },
        repository,
        sender,
      },
      { kind: 'event', name: 'Tests: failure', level: 'error', at: at('2023-01-30T11:10:00Z') },
    ],
    [
      'GitHub push',
      {
        ref: 'refs/heads/main',
        after: 'abc',
        commits: [
          { id: 'abc', message: 'Raise pool\n\nwhy', timestamp: '2023-01-30T11:00:00Z', modified: ['a'] },
        ],
        head_commit: { message: 'Raise pool', timestamp: '2023-01-30T11:00:00Z' },
        repository,
        sender,
      },
      {
        kind: 'change',
        name: 'push to main: Raise pool',
        at: 1675079459000000,
        attributes: { commit: 'abc', files: ['a'] },
      },
    ],
    [
      'GitHub release',
      {
        action: 'published',
        release: { tag_name: 'v1', published_at: '2023-01-30T11:00:00Z' },
        repository,
        sender,
      },
      { kind: 'change', name: 'release v1 published', service: 'cart' },
    ],
    [
      'GitHub commits of the API',
      [
        {
          sha: 'abc',
          html_url: 'https://github.com/shop/cart/commit/abc',
          commit: { author: { name: 'A', date: '2023-01-30T11:00:00Z' }, message: 'Fix' },
        },
      ],
      { kind: 'change', name: 'Fix', service: 'cart', attributes: { commit: 'abc', author: 'A' } },
    ],
    [
      'GitHub runs of the API',
      {
        total_count: 1,
        workflow_runs: [
          {
            id: 1,
            name: 'Deploy',
            path: '.github/workflows/deploy.yml',
            run_number: 3,
            head_sha: 'abc',
            conclusion: 'success',
            updated_at: '2023-01-30T11:10:00Z',
            repository,
          },
        ],
      },
      { kind: 'change', name: 'Deploy: success', service: 'cart' },
    ],
    [
      'GitLab deployment',
      {
        object_kind: 'deployment',
        status: 'success',
        status_changed_at: '2023-01-30 12:50:00 +0200',
        deployment_id: 15,
        environment: 'staging',
        short_sha: '279484c',
        project: { path_with_namespace: 'shop/cart' },
        user: { username: 'alice' },
      },
      {
        kind: 'change',
        name: 'deploy 279484c to staging: success',
        service: 'cart',
        at: at('2023-01-30T10:50:00Z'),
        attributes: { by: 'alice' },
      },
    ],
    [
      'Helm history',
      [
        {
          revision: 3,
          updated: '2023-01-30T11:00:00.5Z',
          status: 'failed',
          chart: 'cart-1.2.0',
          description: 'Upgrade failed',
        },
      ],
      { kind: 'change', service: 'cart', level: 'error', name: 'cart-1.2.0 revision 3: failed' },
    ],
    [
      'Argo CD history',
      [
        {
          id: 4,
          revision: 'abcdef',
          deployedAt: '2023-01-30T11:00:00Z',
          source: { repoURL: 'https://x/shop.git', path: 'apps/cart' },
        },
      ],
      { kind: 'change', service: 'cart', name: 'deploy abcdef' },
    ],
  ])('%s', async (_, content, expected) => {
    const { reader, records, unread } = await readAll(JSON.stringify(content, null, 2));
    expect([reader, unread]).toEqual(['changes', []]);
    expect(records[0]).toMatchObject(expected);
  });
});

test('a change of the inventory says what became of what, and by whom', async () => {
  const payload = {
    event: 'updated',
    timestamp: '2023-01-30T11:52:00.231786+00:00',
    model: 'device',
    username: 'mona',
    data: { id: 4, display: 'core-1', status: { value: 'offline' } },
    snapshots: { prechange: null, postchange: {} },
  };
  expect((await readAll(JSON.stringify(payload))).records).toMatchObject([
    {
      kind: 'change',
      name: 'device core-1 updated',
      at: Date.parse('2023-01-30T11:52:00.231Z') * 1000 + 786,
    },
  ]);
});

test.each([
  [
    'raw',
    `commit ${'5779607'.padEnd(40, 'a')}\ntree ${'b'.repeat(40)}\nparent ${'c'.repeat(40)}\nauthor Mona Lisa <m@example.com> 1675076000 +0100\ncommitter Mona Lisa <m@example.com> 1675076591 +0100\n\n    Raise the pool\n`,
  ],
  [
    'email',
    `From ${'5779607'.padEnd(40, 'a')} Mon Sep 17 00:00:00 2001\nFrom: Mona Lisa <m@example.com>\nDate: Mon, 30 Jan 2023 12:03:11 +0100\nSubject: [PATCH 1/2] Raise the pool\n\n---\n a.ts | 2 +-\n`,
  ],
  [
    'drawn',
    `* commit ${'5779607'.padEnd(40, 'a')} (HEAD -> main)\n| Author: Mona Lisa <m@example.com>\n| Date:   Mon Jan 30 12:03:11 2023 +0100\n| \n|     Raise the pool\n| \n`,
  ],
  ['with the author in words', '5779607a - Mona Lisa, 2023-01-30 12:03:11 +0100 : Raise the pool\n'],
  ['of the reflog', '5779607a HEAD@{2023-01-30 12:03:11 +0100}: Raise the pool\n'],
  ['with commas', '5779607a,Mona Lisa,2023-01-30T12:03:11+01:00,Raise the pool\n'],
])('a commit %s', async (_, text) => {
  expect((await readAll(text)).records).toMatchObject([
    { kind: 'change', name: 'Raise the pool', at: Date.parse('2023-01-30T11:03:11Z') * 1000 },
  ]);
});

test('commits without dates are changes without times', async () => {
  const { records } = await readAll(
    '5779607 Raise the pool\n236a40a (tag: v1) Hold the timeline\n9f1e2d3 Fix 404s\n',
  );
  expect(records).toMatchObject([
    { kind: 'change', at: undefined, name: 'Raise the pool' },
    { name: 'Hold the timeline' },
    {},
  ]);
});
