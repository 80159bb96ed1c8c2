import { findAddresses } from '../addresses/findAddresses.ts';
import type { RedactionRule } from '../rule.ts';

/** `streetAddress`, `billing_address`, `address_line1`; a bare `address` may as well be a network's. */
const addressKey =
  /(?:street|(?:street|billing|shipping|home|postal|mailing|delivery|customer)address|addressline\d?|street\d|^addr(?:ess)?)$/;

const isAddressKey = (key: string) => addressKey.test(key.toLowerCase().replace(/[^a-z\d]/g, ''));

export const ADDRESS_RULES: readonly RedactionRule[] = [
  {
    id: 'postal-address',
    kind: 'address',
    keywords: [
      'street',
      ' st.',
      ' st ',
      'avenue',
      ' ave ',
      ' road ',
      ' rd ',
      'apt.',
      'apt ',
      'suite ',
      ' box ',
      'psc ',
      'postbox',
      'corner of',
      'lives ',
      'living ',
      'address',
      'meet me',
      'meet you',
      'located',
      'is at ',
      'sent to',
      'taxi',
      'return to',
    ],
    trigger: 'capitals',
    isContextual: true,
    find: findAddresses,
    hits: [
      'lives at Puruntie 82 28245, Lappeenranta',
      'Suite 501, 1668 Glyn St',
      'PSC 0413, Box 8144\nAPO AA 42323',
      'Meet me at the corner of 159 Eleftheriou Venizelou str and Rennie Union',
      '6750 Koskikatu 25 Apt. 864',
      'Rua do Arenque 1634',
    ],
    misses: [
      'failed at Line 45',
      'Node 5 is at 80 percent',
      'HTTP Status 404',
      'Test Suite passed',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_3_1 like Mac OS X)',
    ],
  },
  {
    id: 'address-named',
    kind: 'address',
    keywords: ['address', 'street', 'addr'],
    at: 'assigned',
    pattern:
      /^(?=[^=@]{5,200}$)(?!\w{2,12}:\/\/)(?:[\p{L}.'’-]{3,40}[\p{L}\s.,'’-]{0,80}\s\d|\d{1,6}[a-z]?,?\s[\p{L}\d.'’-]{1,40}\s?\p{L}{2})[^=@]*$/iu,
    accept: (_address, _match, name) => isAddressKey(name),
    hits: ['"street_address": "221B Baker Street"', '"address":"Kiannonkatu 98, Oulu"'],
    misses: [
      '"address": "10.0.0.1:80"',
      'address=0x7f3a00',
      '"remote_addr": "web 80"',
      '"address": "unix socket"',
    ],
  },
];
