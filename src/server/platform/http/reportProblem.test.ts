import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { refuse } from '../operations/refuse.ts';
import { reportProblem } from './reportProblem.ts';

/** What is answered to a failure, and whether the log has it. */
function report(fail: () => unknown) {
  let isLogged = false;
  const log = {
    error: () => {
      isLogged = true;
    },
  };
  try {
    fail();
  } catch (error) {
    return [reportProblem(error, { log, requestId: 'r' }).code, isLogged];
  }
  throw new Error('did not fail');
}

test('a fault of ours and a failure of what we stand on go to the log; what was refused does not', () => {
  expect(report(() => (undefined as unknown as { x: number }).x)).toEqual(['internal', true]);
  const lost = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  expect(report(() => thrown(lost))).toEqual(['unavailable', true]);
  const gone = Object.assign(new Error('connect ENOENT'), { code: 'ENOENT', syscall: 'connect' });
  expect(report(() => thrown(gone))).toEqual(['unavailable', true]);
  expect(report(() => readFileSync('/nowhere/records.parquet'))).toEqual(['internal', true]);
  expect(report(() => refuse('unavailable', 'Stopping.'))).toEqual(['unavailable', false]);
  expect(report(() => refuse('not_found', 'Nothing.'))).toEqual(['not_found', false]);
});

test.each([
  ['BAD_REQUEST', /\. Correct /],
  ['FST_ERR_CTP_INVALID_JSON_BODY', /\. Send /],
  ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', /\. Send /],
  ['22021', /\. Remove /],
  ['22P05', /\. Remove /],
])('what is wrong with a request is told with what to do next: %s', (code, next) => {
  const error = Object.assign(new Error('refused'), { code });
  expect(reportProblem(error, { log: { error() {} }, requestId: 'r' }).detail).toMatch(next);
});

const thrown = (error: Error): never => {
  throw error;
};
