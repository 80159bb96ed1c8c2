/** Reasons of Kubernetes events that mean something to an incident, in plain words; other reasons are routine. */
import type { CauseKind, MomentKind } from '../document/bundle.ts';

export interface ClusterEvent {
  says: string;
  kind: MomentKind;
  weight: number;
  cause: CauseKind;
}

export const CLUSTER_EVENTS: Readonly<Record<string, ClusterEvent>> = {
  OOMKilling: says('a container was killed for want of memory', 'restart', 0.85, 'memory'),
  OOMKilled: says('a container was killed for want of memory', 'restart', 0.85, 'memory'),
  SystemOOM: says('a node ran out of memory', 'restart', 0.85, 'memory'),
  Evicted: says('a pod was evicted', 'restart', 0.75, 'memory'),
  BackOff: says('a container keeps failing and is held back before each restart', 'restart', 0.75, 'crash'),
  CrashLoopBackOff: says('a container keeps crashing', 'restart', 0.8, 'crash'),
  Killing: says('a container was stopped', 'restart', 0.4, 'deploy'),
  Started: says('a container was started', 'restart', 0.35, 'deploy'),
  Unhealthy: says('a health probe failed', 'other', 0.6, 'dependency'),
  ProbeError: says('a health probe failed', 'other', 0.6, 'dependency'),
  FailedScheduling: says('a pod found no node to run on', 'other', 0.75, 'saturation'),
  FailedMount: says('a volume could not be mounted', 'other', 0.7, 'disk'),
  FailedAttachVolume: says('a volume could not be attached', 'other', 0.7, 'disk'),
  FailedCreatePodSandBox: says('a pod got no network', 'other', 0.7, 'network-loss'),
  Failed: says('a container could not be started', 'other', 0.7, 'crash'),
  FailedCreate: says('a pod could not be created', 'other', 0.65, 'quota'),
  ErrImagePull: says('an image could not be pulled', 'other', 0.7, 'deploy'),
  ImagePullBackOff: says('an image could not be pulled', 'other', 0.7, 'deploy'),
  InspectFailed: says('an image could not be read', 'other', 0.6, 'deploy'),
  NodeNotReady: says('a node stopped being ready', 'other', 0.85, 'network-loss'),
  NodeNotSchedulable: says('a node was closed to new pods', 'other', 0.6, 'saturation'),
  NodeReady: says('a node became ready', 'other', 0.45, 'unknown'),
  NodeHasDiskPressure: says('a node is short of disk', 'other', 0.8, 'disk'),
  NodeHasMemoryPressure: says('a node is short of memory', 'other', 0.8, 'memory'),
  NodeHasInsufficientMemory: says('a node is short of memory', 'other', 0.8, 'memory'),
  EvictionThresholdMet: says('a node is so short of something that it evicts pods', 'other', 0.8, 'memory'),
  Rebooted: says('a node was rebooted', 'restart', 0.8, 'crash'),
  Preempted: says('a pod made way for one with priority', 'restart', 0.6, 'saturation'),
  TaintManagerEviction: says('a pod was moved off a tainted node', 'restart', 0.6, 'crash'),
  ScalingReplicaSet: says('a rollout changed the number of pods', 'deploy', 0.65, 'deploy'),
  DeploymentRollback: says('a deployment was rolled back', 'deploy', 0.8, 'deploy'),
  SuccessfulRescale: says('the autoscaler changed the number of pods', 'config-change', 0.6, 'traffic'),
  FailedGetResourceMetric: says('the autoscaler could not read its metric', 'other', 0.5, 'unknown'),
  ScaledUpGroup: says('nodes were added', 'config-change', 0.55, 'traffic'),
  ScaleDown: says('a node was removed', 'config-change', 0.55, 'deploy'),
  ProgressDeadlineExceeded: says('a rollout did not finish in time', 'other', 0.75, 'deploy'),
  LeaderElection: says('a controller changed its leader', 'other', 0.5, 'dependency'),
};

function says(words: string, kind: MomentKind, weight: number, cause: CauseKind): ClusterEvent {
  return { says: words, kind, weight, cause };
}
