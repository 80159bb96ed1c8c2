import { plural } from '../plural.ts';

export const services = {
  title: 'Services',
  lead: 'What can break, who answers for it, and what it cannot do without.',
  add: 'Add service',
  name: 'Name',
  tier: 'Tier',
  tiers: {
    1: '1 · customers notice at once',
    2: '2 · customers notice soon',
    3: '3 · colleagues notice',
    4: '4 · can wait',
  } as Record<number, string>,
  ownerTeam: 'Owned by',
  dependsOn: 'Depends on',
  links: 'Links',
  description: 'Description',
  emptyTitle: 'No services yet',
  emptyText:
    'Add what your organisation runs. Incidents name the services they hit, and owners are found from here.',
  noMatchTitle: 'No service matches',
  noMatchText: 'Try fewer letters.',
  count: (count: number) => plural(count, 'service', 'services'),
  added: (name: string) => `${name} was added`,
  removed: (name: string) => `${name} was removed`,
};
