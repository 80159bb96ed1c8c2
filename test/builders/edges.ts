import type { Bundle } from '../../src/core/document/bundle.ts';
import { citation, emptyBundle, excerpt, MINUTE, moment, SECOND, START } from './bundle.ts';
import { outageBundle } from './outage.ts';

/** Forty moments within one second. */
export function crowdedBundle(): Bundle {
  const moments = Array.from({ length: 40 }, (_, index) =>
    moment({
      id: `m${index}`,
      at: START + 5 * MINUTE + index * 25_000,
      title: `Moment ${index} of one second`,
      weight: (index % 7) / 7,
    }),
  );
  return {
    ...emptyBundle(),
    title: 'Forty moments in a second',
    window: { from: START, to: START + 10 * MINUTE, basis: 'all' },
    moments,
  };
}

/** One moment, nothing else, in a window without length. */
export function loneBundle(): Bundle {
  return {
    ...emptyBundle(),
    title: 'One moment',
    moments: [moment({ id: 'm1', cites: ['e1'] })],
    citations: [citation('e1', [excerpt()])],
  };
}

/** A clock that stood at 1970 stamped two events and a moment. */
export function epochBundle(): Bundle {
  const bundle = outageBundle(3, 400);
  const stray = [0, 5 * SECOND].map(at => excerpt({ at, source: 'payments', body: 'clock not set' }));
  return {
    ...bundle,
    events: [...stray, ...bundle.events],
    moments: [
      ...bundle.moments,
      moment({ id: 'm-epoch', at: 0, title: 'A clock stood at 1970', kept: false }),
    ],
  };
}

/** Three hundred messages of people, none of them kept. */
export function talkativeBundle(): Bundle {
  const bundle = outageBundle(4, 400);
  const messages = Array.from({ length: 300 }, (_, index) =>
    moment({
      id: `c${index}`,
      at: START + index * 12 * SECOND,
      kind: 'message',
      title: `“message ${index}: ${'word '.repeat(index % 30)}”`,
      source: '#inc-checkout',
      kept: false,
      weight: 0.1,
    }),
  );
  return { ...bundle, moments: [...bundle.moments, ...messages] };
}

/** Sixty lanes of six hundred buckets and five thousand events: as much as a page is made for. */
export function wideBundle(): Bundle {
  const bundle = outageBundle(5, 5000);
  const lanes = Array.from({ length: 60 }, (_, index) => {
    const density = Array.from({ length: 600 }, (_, bucket) => (bucket * 7 + index * 13) % 23);
    return {
      source: `service-${index}`,
      service: `service-${index}`,
      records: 6600,
      density,
      errors: density.map(count => (count > 20 ? 1 : 0)),
    };
  });
  const events = bundle.events.map((event, index) => ({ ...event, source: `service-${index % 60}` }));
  return { ...bundle, lanes, events };
}

/** A window over the night in which Berlin's summer time ends. */
export function autumnBundle(): Bundle {
  const from = Date.UTC(2026, 9, 24, 23) * 1000;
  const moments = Array.from({ length: 8 }, (_, index) =>
    moment({ id: `m${index}`, at: from + index * 30 * MINUTE, title: `Half hour ${index}` }),
  );
  const [file] = outageBundle(6, 1).coverage;
  return {
    ...emptyBundle(),
    title: 'The night with two hours',
    window: { from, to: from + 240 * MINUTE, basis: 'given' },
    moments,
    coverage: file ? [{ ...file, zone: 'Europe/Berlin' }] : [],
  };
}
