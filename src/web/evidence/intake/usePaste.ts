import { useEffect } from 'react';
import type { UploadSource } from '../../../client/uploadEvidence.ts';
import { pastedFiles } from './pastedFiles.ts';

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** Hears of pictures, files and long texts that are pasted into the page: not into a field, and not into a dialog. */
export function usePaste(onFiles: (files: UploadSource[]) => void): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      if (!event.clipboardData || isField(event.target) || document.querySelector('[role="dialog"]')) return;
      const files = pastedFiles(event.clipboardData, new Date());
      if (files.length === 0) return;
      event.preventDefault();
      onFiles(files);
    };
    addEventListener('paste', paste);
    return () => removeEventListener('paste', paste);
  }, [onFiles]);
}
