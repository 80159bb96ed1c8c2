import { expect, it } from 'vitest';
import { findAddresses } from './findAddresses.ts';

const addressesIn = (text: string) => findAddresses(text).map(([start, end]) => text.slice(start, end));

it.each([
  ['Please send it to 221 Baker Street, London.', '221 Baker Street, London'],
  ['She lives at Puruntie 82 28245, Lappeenranta now', 'Puruntie 82 28245, Lappeenranta'],
  [
    '6750 Koskikatu 25 Apt. 864\nArtilleros\n, CO\n Uruguay 64677',
    '6750 Koskikatu 25 Apt. 864\nArtilleros\n, CO\n Uruguay 64677',
  ],
  ['My address is 12 Rue des Fleurs, Paris 75011.', '12 Rue des Fleurs, Paris 75011'],
  ['Name: x\nAddress: ul. Chrzanowska 61', 'ul. Chrzanowska 61'],
  ['Meet me at PSC 0413, Box 8144\nAPO AA 42323', 'PSC 0413, Box 8144\nAPO AA 42323'],
  ['it is the corner of Dalbraut 99 and Frederikke Coves', 'the corner of Dalbraut 99 and Frederikke Coves'],
])('%s', (text, address) => expect(addressesIn(text)).toEqual([address]));

it.each([
  'failed at Line 45, Column 12',
  'Node 5 is at 80 percent',
  '2024-03-11 09:14:02 Route 53 zone 12 Main Street',
  'Test Suite 3 of 12 passed',
  'retry 3 of 5 in 200 ms, route 180',
  'bind address 0.0.0.0 port 8080',
])('leaves %s', text => expect(addressesIn(text)).toEqual([]));
