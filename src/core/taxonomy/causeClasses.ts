import type { CauseKind } from '../document/bundle.ts';
import type { Term } from './term.ts';

/** What let it happen. Classes name conditions that can be changed, never people. */
export const CAUSE_CLASSES = [
  {
    id: 'code',
    name: 'Code change',
    description: 'A defect that came with a release, or lay in the code until now.',
  },
  {
    id: 'configuration',
    name: 'Configuration',
    description: 'A setting, flag, rule or manifest was wrong, missing or changed.',
  },
  {
    id: 'capacity',
    name: 'Capacity',
    description: 'Processor, memory, disk, connections, quota or concurrency ran out.',
  },
  {
    id: 'load',
    name: 'Load',
    description: 'More or different traffic than the system was made for, retries included.',
  },
  {
    id: 'dependency',
    name: 'Internal dependency',
    description: 'Another team’s service failed, slowed or changed its behaviour.',
  },
  {
    id: 'third-party',
    name: 'Third party',
    description: 'A vendor, provider or partner failed or changed something.',
  },
  {
    id: 'network',
    name: 'Network',
    description: 'Delay, loss, routing, resolution or filtering between parts.',
  },
  {
    id: 'infrastructure',
    name: 'Infrastructure',
    description: 'Hardware, hosts, nodes, storage or power failed.',
  },
  {
    id: 'data',
    name: 'Data',
    description: 'Data was corrupt, missing, late, or shaped in a way nobody foresaw.',
  },
  {
    id: 'credentials',
    name: 'Credentials and certificates',
    description: 'Something expired, was rotated, revoked or given the wrong rights.',
  },
  {
    id: 'security',
    name: 'Attack or exposure',
    description: 'Someone acted against us, or something was open that should not be.',
  },
  {
    id: 'process',
    name: 'Process',
    description: 'A procedure was missing, unsafe, out of date, or made the wrong step easy.',
  },
  { id: 'design', name: 'Design', description: 'Parts worked as built, and together they could not hold.' },
  { id: 'observability', name: 'Observability', description: 'Nothing showed it, or what was shown misled.' },
  { id: 'unknown', name: 'Not known', description: 'The evidence does not say. Better than a guess.' },
] as const satisfies readonly Term[];

export type CauseClass = (typeof CAUSE_CLASSES)[number]['id'];

/** The class to propose for the kind of cause that the recorder suspects. */
export const CLASS_OF_CAUSE = {
  cpu: 'capacity',
  memory: 'capacity',
  disk: 'capacity',
  'network-delay': 'network',
  'network-loss': 'network',
  exception: 'code',
  'wrong-result': 'code',
  'slow-code': 'code',
  dependency: 'dependency',
  saturation: 'capacity',
  crash: 'code',
  deploy: 'code',
  config: 'configuration',
  certificate: 'credentials',
  quota: 'capacity',
  traffic: 'load',
  unknown: 'unknown',
} as const satisfies Record<CauseKind, CauseClass>;
