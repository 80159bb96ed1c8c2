import type { Term } from './term.ts';

/** Where in the stack the trouble arose, from the edge inwards and around. */
export const LAYERS = [
  {
    id: 'L1',
    name: 'Edge / CDN',
    description: 'Caches, content delivery, DNS and load balancing towards the outside.',
  },
  {
    id: 'L2',
    name: 'Network',
    description: 'Routing, packet loss, firewalls, name resolution inside, links between sites.',
  },
  {
    id: 'L3',
    name: 'Service / API',
    description: 'A service as its callers see it: latency, errors, limits, contracts.',
  },
  {
    id: 'L4',
    name: 'Application',
    description: 'What the code does: wrong results, regressions, flags, jobs, the user interface.',
  },
  { id: 'L5', name: 'Data', description: 'Databases, queues, replication, integrity, migrations, storage.' },
  {
    id: 'L6',
    name: 'Kubernetes',
    description: 'Control plane, scheduling, nodes, controllers, cluster networking.',
  },
  {
    id: 'L7',
    name: 'Serverless',
    description: 'Functions: cold starts, concurrency, time-outs, event sources.',
  },
  {
    id: 'L8',
    name: 'CI/CD',
    description: 'Builds, pipelines, deployments, artefacts, infrastructure as code.',
  },
  {
    id: 'L9',
    name: 'Security',
    description: 'Access, credentials, exposure, attacks, and the controls against them.',
  },
  {
    id: 'L10',
    name: 'Managed cloud',
    description: 'A provider’s platform: regions, managed services, quotas, billing.',
  },
] as const satisfies readonly Term[];
