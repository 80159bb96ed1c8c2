import { causeOfText } from './causeOfText.ts';
import { shorten } from './format.ts';
import type { Notice, Shifts } from './shifts.ts';
import type { Signal } from './signal.ts';

/** How fast a change loses weight with its distance from the start of trouble. */
const CHANGE_FADES_US = 20 * 60e6;

/** Signals from deploys and config changes shortly before, alerts that name a service, and events of the platform. */
export function judgeNotices({ notices, window, costs, metrics, patterns, calls }: Shifts): Signal[] {
  const known = new Set(
    [...costs, ...metrics, ...patterns].map(shift => shift.service).concat(calls.map(call => call.callee)),
  );
  const signals = notices.flatMap(notice =>
    servicesOf(notice, known).map(service => judge(notice, service, window.from)),
  );
  const groups = Map.groupBy(signals, signal => `${signal.service}\n${signal.from}`);
  return [...groups.values()].map(group => group.toSorted((a, b) => b.score - a.score)[0]!);
}

/** The service that a notice names itself, or the known ones that its text mentions. */
function servicesOf(notice: Notice, known: Set<string>): string[] {
  if (notice.service !== '') return [notice.service];
  const text = `${notice.name} ${notice.body}`;
  return [...known].filter(service => service.length > 3 && text.includes(service));
}

function judge(notice: Notice, service: string, start: number): Signal {
  const text = `${notice.name} ${notice.body}`;
  const kind = causeOfText(text);
  const isChange = notice.kind === 'change';
  const before = Math.max(0, start - notice.at);
  return {
    from: isChange ? 'change' : 'alert',
    service,
    component: '',
    score: isChange ? 0.6 * Math.exp(-before / CHANGE_FADES_US) : kind ? 0.5 : 0.25,
    isEcho: !isChange,
    kinds: isChange ? { [kind === 'config' ? 'config' : 'deploy']: 0.8 } : { [kind ?? 'unknown']: 0.6 },
    text: `${isChange ? 'it was changed' : 'the platform reported'}: “${shorten(notice.name || notice.body, 60)}”${isChange ? `, ${agoOf(start - notice.at)}` : ''}`,
    at: notice.at,
    hasBaseline: true,
    subject: { of: 'notice', notice },
  };
}

/** How long before the start of trouble, in µs; negative after it. */
function agoOf(us: number): string {
  if (us < 0) return 'after the trouble began';
  const minutes = Math.round(us / 60e6);
  return minutes === 0 ? 'right before' : `${minutes} min before`;
}
