import { expect, test } from 'vitest';
import { readAll } from '../../../../test/harness/readAll.ts';

const XML = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="api" timestamp="2023-01-30T11:00:00Z" hostname="ci-1">
    <testcase classname="Cart" name="adds" time="0.25"/>
    <testcase classname="Cart" name="pays" time="1,000.5"><failure type="AssertionError" message="402 is not 200"><![CDATA[
at pay (cart.js:1)]]></failure></testcase>
    <testcase name="ships"><skipped/></testcase>
  </testsuite>
</testsuites>`;
const START = Date.UTC(2023, 0, 30, 11) * 1000;

test('tests become events, placed one after the other', async () => {
  const { reader, records, unread } = await readAll(XML, { size: 20 });
  expect([reader, unread]).toEqual(['junit', []]);
  expect(records.map(({ name, at, level, body }) => [name, at, level, body])).toEqual([
    ['Cart › adds', START, 'info', 'test passed'],
    [
      'Cart › pays',
      START + 250_000,
      'error',
      'test failed: AssertionError: 402 is not 200\nat pay (cart.js:1)',
    ],
    ['ships', START + 250_000 + 1_000_500_000, 'info', 'test skipped'],
  ]);
  expect(records[0]).toMatchObject({ host: 'ci-1', durationUs: 250_000, attributes: { suite: 'api' } });
});

test('a cut-off report gives the tests before the cut, and says so', async () => {
  const { records, unread } = await readAll(XML.slice(0, XML.indexOf('ships')));
  expect(records).toHaveLength(2);
  expect(unread).toHaveLength(1);
});

test('what a failure says in its message and in its text stands on two lines', async () => {
  const xml =
    '<testsuite name="api"><testcase name="pays"><failure message="402">at pay</failure></testcase></testsuite>';
  expect((await readAll(xml)).records).toMatchObject([{ body: 'test failed: 402\nat pay' }]);
});
