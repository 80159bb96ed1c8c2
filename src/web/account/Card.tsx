import { type ReactNode, useEffect } from 'react';
import { t } from '../messages/index.ts';

/** The frame of pages that come before anyone is signed in. */
export function Card({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · ${t.common.product}`;
  }, [title]);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-5 px-5 py-10">
      <p className="flex items-center gap-3 text-lg font-semibold">
        <img src="/icon.svg" alt="" width={36} height={36} />
        {t.common.product}
      </p>
      <div>
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        {lead && <p className="mt-1 text-muted">{lead}</p>}
      </div>
      {children}
    </main>
  );
}
