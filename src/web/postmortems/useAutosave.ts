import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { RefusedError } from '../../client/refusedError.ts';
import { api } from '../api.ts';
import type { PostmortemSection } from './postmortem.ts';

/** Milliseconds of not typing after which the text is saved. */
const PAUSE = 1_200;

export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'conflict';

interface Text {
  title: string;
  markdown: string;
  /** What was changed and why, for the list of versions. */
  note: string;
}

/**
 * Saves a section while it is written. Each save says which version it was based on, so that nobody's words are
 * written over: at a conflict saving stops, and what was written stays in the editor.
 */
export function useAutosave(postmortemId: string, section: PostmortemSection, text: Text) {
  const queryClient = useQueryClient();
  const [state, setState] = useState<SaveState>('saved');
  const saved = useRef({ title: section.title, markdown: section.markdown, version: section.version });
  const written = useRef(text);
  written.current = text;
  const isStopped = useRef(false);

  const send = async (): Promise<boolean> => {
    const { title, markdown, note } = written.current;
    const isChanged = title !== saved.current.title || markdown !== saved.current.markdown;
    if (!isChanged || isStopped.current) return !isChanged;
    setState('saving');
    try {
      const changed = await api.postmortems.editSection.call(
        { postmortemId, id: section.id, title, markdown, note },
        { context: { ifMatch: saved.current.version } },
      );
      saved.current = { title, markdown, version: changed.version };
      setState('saved');
      void queryClient.invalidateQueries({ queryKey: api.postmortems.key() });
      return true;
    } catch (error) {
      isStopped.current = error instanceof RefusedError && error.code === 'conflict';
      setState(isStopped.current ? 'conflict' : 'offline');
      return false;
    }
  };
  // One after the other: who is done while it is being saved waits for that, and saves what came since.
  const last = useRef<Promise<boolean>>(Promise.resolve(true));
  const save = (): Promise<boolean> => {
    last.current = last.current.then(send);
    return last.current;
  };

  const latest = useRef(save);
  latest.current = save;
  // Who goes elsewhere in the middle of a sentence has written it all the same.
  useEffect(() => () => void latest.current(), []);
  // Every keystroke begins the pause anew.
  useEffect(() => {
    if (state === 'conflict') return;
    if (text.title === saved.current.title && text.markdown === saved.current.markdown) return;
    if (state !== 'saving') setState(before => (before === 'offline' ? before : 'waiting'));
    const timer = setTimeout(() => void latest.current(), state === 'offline' ? 3 * PAUSE : PAUSE);
    return () => clearTimeout(timer);
  }, [text.title, text.markdown, state]);

  return { state, save };
}
