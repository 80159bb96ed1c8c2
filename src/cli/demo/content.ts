/** What the demonstration holds besides the evidence that comes with Afterword. All of it is invented. */
import type { Role } from '../../contract/roles.ts';

export const PEOPLE: readonly { name: string; email: string; roles: Role[]; team: string }[] = [
  { name: 'Mira Lindqvist', email: 'mira@example.org', roles: ['responder', 'owner'], team: 'Booking' },
  { name: 'Tom Okafor', email: 'tom@example.org', roles: ['responder', 'custodian'], team: 'Platform' },
  { name: 'Aiko Brandt', email: 'aiko@example.org', roles: ['viewer', 'reviewer'], team: 'Booking' },
];

export const TEAMS = ['Booking', 'Platform'] as const;

interface CatalogueEntry {
  name: string;
  tier: number;
  team: (typeof TEAMS)[number];
  description: string;
  dependsOn: readonly string[];
}

/** Each after what it depends on. */
export const SERVICES: readonly CatalogueEntry[] = [
  {
    name: 'ts-station-service',
    tier: 2,
    team: 'Booking',
    description: 'Stations and their names.',
    dependsOn: [],
  },
  {
    name: 'ts-config-service',
    tier: 3,
    team: 'Platform',
    description: 'Settings of the other services.',
    dependsOn: [],
  },
  {
    name: 'ts-train-service',
    tier: 2,
    team: 'Booking',
    description: 'Kinds of trains.',
    dependsOn: [],
  },
  {
    name: 'ts-route-service',
    tier: 2,
    team: 'Booking',
    description: 'Routes between stations.',
    dependsOn: ['ts-station-service'],
  },
  {
    name: 'ts-basic-service',
    tier: 1,
    team: 'Booking',
    description: 'Prices and distances that every search asks for.',
    dependsOn: ['ts-station-service', 'ts-train-service', 'ts-route-service'],
  },
  {
    name: 'ts-travel-service',
    tier: 1,
    team: 'Booking',
    description: 'Searches for trips.',
    dependsOn: ['ts-basic-service', 'ts-route-service', 'ts-train-service'],
  },
  {
    name: 'ts-order-service',
    tier: 1,
    team: 'Booking',
    description: 'Orders and their states.',
    dependsOn: ['ts-station-service'],
  },
  {
    name: 'ts-ui-dashboard',
    tier: 1,
    team: 'Platform',
    description: 'What customers see.',
    dependsOn: ['ts-travel-service', 'ts-order-service'],
  },
];

/** The incident whose evidence comes along. */
export const TRAIN_TICKET = {
  title: 'Searches for trips took seconds',
  severity: 'sev2',
  services: ['ts-travel-service', 'ts-basic-service'],
  summary:
    'Searches for trips, which usually answer in well under a second, took several. Orders went through once a trip was found.',
  declaredAt: '2023-01-30T12:09:02Z',
  acknowledgedAt: '2023-01-30T12:09:31Z',
  restoredAt: '2023-01-30T12:11:00Z',
  notes: [
    'Dashboards show the **p99 of trip searches** at 4 s and more. Nothing was deployed in the last hour.',
    'Slow calls all pass through one service; its neighbours answer as usual.',
    'Latency is back to normal. Keeping an eye on it.',
  ],
} as const;

interface EarlierIncident {
  title: string;
  severity: 'sev1' | 'sev2' | 'sev3' | 'sev4';
  services: readonly string[];
  summary: string;
  /** Days before now that it was declared. */
  daysAgo: number;
  /** Minutes until it was acknowledged, mitigated and restored; what is absent has not happened yet. */
  minutes: { acknowledge?: number; mitigate?: number; restore?: number; close?: number };
  actions: readonly {
    title: string;
    kind: 'prevent' | 'detect' | 'mitigate' | 'respond' | 'learn';
    dueInDays: number;
  }[];
}

/** Other incidents, so that lists, boards and the archive have something to show. */
export const EARLIER: readonly EarlierIncident[] = [
  {
    title: 'Orders stay in “paying” after the bank confirmed',
    severity: 'sev1',
    services: ['ts-order-service'],
    summary:
      'Callbacks of the payment provider were answered with 502 by one of three replicas, which had started with an old certificate.',
    daysAgo: 41,
    minutes: { acknowledge: 3, mitigate: 26, restore: 44, close: 1_500 },
    actions: [
      {
        title: 'Refuse to start with a certificate that expires within 14 days',
        kind: 'prevent',
        dueInDays: -6,
      },
      {
        title: 'Alert when one replica answers more than 2 % of callbacks with 5xx',
        kind: 'detect',
        dueInDays: 9,
      },
    ],
  },
  {
    title: 'Station names missing from the search page',
    severity: 'sev3',
    services: ['ts-station-service', 'ts-ui-dashboard'],
    summary: 'A cache was filled from an empty answer during a rolling restart and kept it for six hours.',
    daysAgo: 17,
    minutes: { acknowledge: 12, mitigate: 31, restore: 38, close: 600 },
    actions: [{ title: 'Keep the last full answer when a new one is empty', kind: 'prevent', dueInDays: 4 }],
  },
  {
    title: 'Confirmation mails arrive an hour late',
    severity: 'sev3',
    services: ['ts-order-service'],
    summary: 'The queue grows since the provider limits us to ten mails a second.',
    daysAgo: 0,
    minutes: { acknowledge: 9 },
    actions: [{ title: 'Agree on a higher limit with the mail provider', kind: 'respond', dueInDays: 2 }],
  },
];
