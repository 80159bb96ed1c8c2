import { t } from '../../messages/index.ts';

/** Stands where a graph would: the evidence has nothing to draw. As high as a graph, so that nothing moves. */
export function NoGraph({ title }: { title: string }) {
  return (
    <figure className="flex h-[152px] min-w-0 flex-col">
      <figcaption className="truncate text-sm font-medium">{title}</figcaption>
      <p className="flex flex-1 items-center justify-center text-sm text-muted">{t.suspects.noGraph}</p>
    </figure>
  );
}
