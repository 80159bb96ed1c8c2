import { describe, expect, test } from 'vitest';
import { readAll } from '../../../../test/harness/readAll.ts';

describe('exports as JSON', () => {
  test.each([
    [
      'a day of a Slack channel',
      [
        {
          type: 'message',
          user: 'U1',
          text: 'rolled back &lt;v1&gt; <https://x.io/1|PR 1> <@U2>',
          ts: '1675079459.123456',
          user_profile: { display_name: 'alice' },
        },
        {
          type: 'message',
          subtype: 'bot_message',
          username: 'alerts',
          text: '',
          attachments: [{ fallback: 'FIRING' }],
          ts: '1675079460.000001',
          thread_ts: '1675079459.123456',
        },
      ],
      [
        { at: 1675079459123456, name: 'alice', body: 'rolled back <v1> PR 1 (https://x.io/1) @U2' },
        { name: 'alerts', body: 'FIRING', attributes: { bot: true, thread: '1675079459.123456' } },
      ],
    ],
    [
      'a page of the Slack API',
      {
        ok: true,
        messages: [{ type: 'message', user: 'U1', text: 'hi', ts: '1675079459.123456' }],
        has_more: false,
      },
      [{ name: 'U1', body: 'hi' }],
    ],
    [
      'Discord',
      {
        channel: { name: 'ops' },
        messages: [
          {
            id: '1',
            timestamp: '2023-01-30T12:00:00+00:00',
            content: 'hi',
            author: { name: 'bob', isBot: false },
          },
        ],
      },
      [{ source: 'ops', name: 'bob', body: 'hi', at: Date.UTC(2023, 0, 30, 12) * 1000 }],
    ],
    [
      'Teams',
      {
        value: [
          {
            id: '1',
            createdDateTime: '2023-01-30T12:00:00Z',
            from: { user: { displayName: 'Alice' } },
            body: { contentType: 'html', content: '<p>rolled&nbsp;back</p>' },
          },
        ],
      },
      [{ name: 'Alice', body: 'rolled back' }],
    ],
    [
      'Telegram',
      {
        name: 'ops',
        messages: [
          {
            id: 1,
            type: 'message',
            date: '2023-01-30T13:00:00',
            date_unixtime: '1675080000',
            from: 'Alice',
            text: ['see ', { type: 'link', text: 'x.io' }],
          },
        ],
      },
      [{ source: 'ops', name: 'Alice', body: 'see x.io', at: 1675080000000000 }],
    ],
  ])('%s', async (_, content, expected) => {
    const { reader, records, unread } = await readAll(JSON.stringify(content, null, 2));
    expect([reader, unread]).toEqual(['chat-json', []]);
    expect(records).toMatchObject(expected.map(record => ({ kind: 'message', ...record })));
  });

  test('Mattermost, one post a line', async () => {
    const post = {
      type: 'post',
      post: { channel: 'ops', user: 'alice', message: 'hi', create_at: 1675080000000 },
    };
    const { reader, records } = await readAll(`${JSON.stringify(post)}\n${JSON.stringify(post)}\n`);
    expect(reader).toBe('chat-json-lines');
    expect(records[0]).toMatchObject({ source: 'ops', name: 'alice', at: 1675080000000000 });
  });
});

test('the lists of people and channels in a Slack export have no time', async () => {
  const users = [{ id: 'U1', name: 'alice', real_name: 'Alice Smith', profile: {}, updated: 1675079459 }];
  const { reader, records } = await readAll(JSON.stringify(users));
  expect(reader).toBe('slack-directory');
  expect(records).toMatchObject([{ at: undefined, kind: 'object', body: 'U1 is alice (Alice Smith)' }]);
});

describe('transcripts', () => {
  test.each([
    ['[2023-01-30 12:03] alice: rolled back', 'alice', 'rolled back', Date.UTC(2023, 0, 30, 12, 3)],
    ['[2023-01-30 12:03:11] <bob> checking', 'bob', 'checking', Date.UTC(2023, 0, 30, 12, 3, 11)],
    ['30/01/2023, 12:03 - Alice Smith: hi', 'Alice Smith', 'hi', Date.UTC(2023, 0, 30, 12, 3)],
    ['1/30/23, 12:03 PM - Alice: hi: you', 'Alice', 'hi: you', Date.UTC(2023, 0, 30, 12, 3)],
    ['[12:03] alice: rolled back', 'alice', 'rolled back', Date.UTC(2026, 0, 1, 12, 3)],
  ])('%s', async (line, name, body, time) => {
    const { reader, records } = await readAll(`${line}\n${line.replace(name, 'Zoe')}\n${line}\n`);
    expect(reader).toBe('chat-transcript');
    expect(records[0]).toMatchObject({ kind: 'message', name, body });
    expect(records[0]?.at).toBe(time * 1000);
  });

  test('logs are no talk', async () => {
    const log =
      '2023-01-30 12:03:11 INFO: started\n2023-01-30 12:03:12 ERROR: failed\n2023-01-30 12:03:13 INFO: x\n';
    expect((await readAll(log)).reader).not.toBe('chat-transcript');
  });
});
