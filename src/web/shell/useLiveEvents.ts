import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { followEvents, type LiveEvent } from '../../client/browser/followEvents.ts';

/** Kind of an event's subject → features whose queries show it. Everything of an incident also touches the incident. */
const FEATURES: Record<string, readonly string[]> = {
  incident: ['incidents'],
  moment: ['moments', 'incidents'],
  note: ['notes'],
  evidence: ['evidence', 'readings', 'uploads'],
  reading: ['evidence', 'readings', 'moments', 'timeline', 'drafts'],
  postmortem: ['postmortems'],
  // How complete a postmortem is follows from its findings, and a finding says which actions answer it.
  finding: ['findings', 'postmortems'],
  action: ['actions', 'findings'],
  service: ['services'],
  team: ['teams', 'people'],
  person: ['people', 'teams', 'sessions'],
  invitation: ['invitations'],
  token: ['tokens'],
  passkey: ['passkeys'],
  session: ['sessions'],
  job: ['jobs'],
  template: ['templates'],
  taxonomyTerm: ['taxonomy'],
};

/** Lost for longer than this many milliseconds, the connection is said to be lost: a restart is over sooner. */
const PATIENCE = 4_000;

let isLive = true;
const listeners = new Set<() => void>();
function setLive(next: boolean): void {
  if (next === isLive) return;
  isLive = next;
  for (const listener of listeners) listener();
}

/** Whether changes of others arrive as they are made. */
export const useIsLive = (): boolean =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isLive,
  );

function refresh(queryClient: QueryClient, { subject, incidentId }: LiveEvent): void {
  const features = new Set(FEATURES[subject.kind] ?? []);
  if (incidentId) features.add('incidents');
  for (const feature of features) void queryClient.invalidateQueries({ queryKey: [[feature]] });
}

/** Keeps everything on screen true while others work: what an event touches is fetched again. */
export function useLiveEvents(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    let patience: ReturnType<typeof setTimeout> | undefined;
    const stop = followEvents({
      onEvent: event => refresh(queryClient, event),
      onOpen() {
        clearTimeout(patience);
        patience = undefined;
        if (!isLive) void queryClient.invalidateQueries();
        setLive(true);
      },
      onReturn() {
        void queryClient.invalidateQueries();
      },
      onLoss() {
        patience ??= setTimeout(() => setLive(false), PATIENCE);
      },
    });
    return () => {
      clearTimeout(patience);
      stop();
    };
  }, [queryClient]);
}
