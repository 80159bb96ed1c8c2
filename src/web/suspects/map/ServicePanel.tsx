import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { microsText } from '../../evidence/results/microsText.ts';
import { t } from '../../messages/index.ts';
import { countText } from '../../messages/plural.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { useShortcut } from '../../ui/useShortcut.ts';
import { CompareTable } from '../CompareTable.tsx';
import { HEALTH_LOOKS } from './healthLooks.ts';
import { failedText, type JudgedCall, type JudgedMap, type JudgedService } from './judgeMap.ts';
import { searchOfCall } from './searchOfCall.ts';

interface ServicePanelProps {
  incidentId: string;
  map: JudgedMap;
  service: JudgedService;
  stretch: { from?: string; to?: string };
  isCompared: boolean;
  onClose(): void;
}

/** The figures of one service, who calls it and whom it calls, and the ways on from there. */
export function ServicePanel({ incidentId, map, service, stretch, isCompared, onClose }: ServicePanelProps) {
  useShortcut('Escape', '', onClose);
  const words = t.traces.map;
  const name = service.service || t.traces.unnamed;
  const silent = new Set(map.services.filter(({ isSilent }) => isSilent).map(one => one.service));
  const link = (view: string, label: string) => (
    <Link
      to="/incidents/$id/suspects"
      params={{ id: incidentId }}
      search={{ view, service: service.service, ...stretch }}
      className="text-accent hover:underline"
    >
      {label}
    </Link>
  );
  return (
    <section
      aria-label={name}
      className="w-full shrink-0 rounded border border-line bg-panel px-4 py-3 lg:w-80"
    >
      <div className="flex items-start gap-2">
        <h2 className="min-w-0 flex-1 font-semibold [overflow-wrap:anywhere]">
          <bdi>{name}</bdi>
        </h2>
        <Button
          size="small"
          kind="quiet"
          aria-label={t.common.close}
          icon={<X size={14} aria-hidden />}
          onClick={onClose}
        />
      </div>
      <p className={cx('text-sm', HEALTH_LOOKS[service.health].text)}>
        <span aria-hidden>{HEALTH_LOOKS[service.health].sign}</span> {words.health[service.health]}
        {service.isSilent && <span className="text-muted"> · {words.outside}</span>}
      </p>
      <CompareTable
        caption={name}
        className="w-full"
        now={service.now}
        before={isCompared ? service.before : undefined}
        rows={[
          [words.requests, side => countText(side?.requests ?? 0)],
          [words.failed, side => failedText({ now: side, before: null }) || '–'],
          ['p50', side => (side ? microsText(side.p50Us) : '–')],
          ['p95', side => (side ? microsText(side.p95Us) : '–')],
          ['p99', side => (side ? microsText(side.p99Us) : '–')],
        ]}
      />
      {!service.isSilent && (
        <p className="no-print mt-3 flex flex-wrap gap-x-4 gap-y-1">
          {link('latency', words.openService)}
          {link('flame', words.openFlame)}
          {link('traces', t.traces.showTraces)}
        </p>
      )}
      <Ends
        title={words.callers}
        calls={map.calls.filter(({ callee }) => callee === service.service)}
        endOf={({ caller }) => caller}
        {...{ incidentId, silent, stretch }}
      />
      <Ends
        title={words.callees}
        calls={map.calls.filter(({ caller }) => caller === service.service)}
        endOf={({ callee }) => callee}
        {...{ incidentId, silent, stretch }}
      />
    </section>
  );
}

interface EndsProps {
  title: string;
  calls: readonly JudgedCall[];
  endOf(call: JudgedCall): string;
  incidentId: string;
  silent: ReadonlySet<string>;
  stretch: { from?: string; to?: string };
}

function Ends({ title, calls, endOf, incidentId, silent, stretch }: EndsProps) {
  return (
    <>
      <h3 className="mt-3 text-sm text-muted">{title}</h3>
      {calls.length === 0 && <p className="text-sm">{t.traces.map.none}</p>}
      <ul className="text-sm">
        {calls.map(call => (
          <li key={endOf(call)} className="flex min-h-6 items-baseline gap-2">
            <span aria-hidden className={cx('w-3 text-center', HEALTH_LOOKS[call.health].text)}>
              {HEALTH_LOOKS[call.health].sign}
            </span>
            <Link
              to="/incidents/$id/suspects"
              params={{ id: incidentId }}
              search={{ ...searchOfCall(call, silent), ...stretch }}
              title={t.traces.map.tracesOf(`${call.caller} → ${call.callee}`)}
              className="min-w-0 flex-1 [overflow-wrap:anywhere] hover:text-accent hover:underline"
            >
              <bdi>{endOf(call) || t.traces.unnamed}</bdi>
            </Link>
            <span className="tabular text-muted">{call.now ? microsText(call.now.p95Us) : '–'}</span>
            {failedText(call) && <span className="tabular text-error">{failedText(call)}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
