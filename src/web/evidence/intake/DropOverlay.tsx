import { Upload } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { UploadSource } from '../../../client/uploadEvidence.ts';
import { filesOfDrop } from './filesOf.ts';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

interface DropOverlayProps {
  /** What becomes of the files. */
  text: string;
  onFiles(files: UploadSource[]): void;
}

/** Takes files that are dropped anywhere on the page, and shows that it does while they are dragged over it. */
export function DropOverlay({ text, onFiles }: DropOverlayProps) {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    // Each element tells of entering and leaving: only the last one left means that the page was left.
    let depth = 0;
    const enter = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth++;
      setOver(true);
    };
    const over = (event: DragEvent): void => {
      if (hasFiles(event)) event.preventDefault();
    };
    const leave = (event: DragEvent): void => {
      if (hasFiles(event) && --depth <= 0) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      depth = 0;
      setOver(false);
      if (!event.dataTransfer || !hasFiles(event)) return;
      event.preventDefault();
      void filesOfDrop(event.dataTransfer).then(onFiles);
    };
    addEventListener('dragenter', enter);
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragenter', enter);
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [onFiles]);
  if (!isOver) return null;
  return (
    <div className="pointer-events-none fixed inset-3 z-[65] flex flex-col items-center justify-center gap-3 rounded-lg border-2 border-dashed border-accent bg-accent-soft/90 text-accent">
      <Upload size={32} aria-hidden />
      <p className="px-4 text-center text-lg font-semibold">{text}</p>
    </div>
  );
}
