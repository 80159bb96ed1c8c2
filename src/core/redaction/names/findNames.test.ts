import { describe, expect, it } from 'vitest';
import { findNames } from './findNames.ts';

const namesIn = (text: string) => findNames(text).map(([start, end]) => text.slice(start, end));

describe('names in prose and chat', () => {
  it.each([
    ['10:02 Maria Lindqvist: seeing elevated 5xx', ['Maria Lindqvist']],
    ['[2024-03-11 10:02:17] <Jonas> rolled back', ['Jonas']],
    ['resolved, thanks all. Great work Olu and Fatima!', ['Olu', 'Fatima']],
    ['John, can you take over from Mark?', ['John', 'Mark']],
    ['founders: Monjeau, Graves and Reed.', ['Monjeau', 'Graves', 'Reed']],
    [
      'Willemine van der Pas and Sigurlaug K. Karlsdóttir',
      ['Willemine van der Pas', 'Sigurlaug K. Karlsdóttir'],
    ],
    ["Bot: What's your last name? User: McDowell", ['McDowell']],
    ['Dr. Key joined', ['Key']],
    ['My name is Brosca\nbut Brosca left', ['Brosca', 'Brosca']],
    ['follow up with patricia desrosiers soon', ['patricia desrosiers']],
  ])('%s', (text, names) => expect(namesIn(text)).toEqual(names));
});

describe('what is no name', () => {
  it.each([
    'Name: web-frontend',
    'Impact: Checkout was down. Detection: Prometheus Alert',
    'Deploying Helm chart Traefik in Cluster North on Monday',
    'Customer Acme Corp reported timeouts',
    'INFO Jordan Executor: Lost Connection',
    '{"name":"Checkout Service","status":"Server Error"}',
    'Foo::Bar and src/Main.java',
    'Kbps',
    'Metaspace',
  ])('%s', text => expect(namesIn(text)).toEqual([]));
});

it('takes a full name in telemetry, but not half of one', () => {
  expect(namesIn('2024-03-11T09:14:02Z INFO handed to Patricia Jensen')).toEqual(['Patricia Jensen']);
  expect(namesIn('2024-03-11T09:14:02Z INFO started Patricia')).toEqual([]);
});

it('reads a line of any length', () => {
  const names = namesIn(`${'lorem ipsum '.repeat(20_000)}My name is Halldór Árnþórsson`);
  expect(names.at(-1)).toBe('Halldór Árnþórsson');
});
