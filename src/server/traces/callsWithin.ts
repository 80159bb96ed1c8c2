import type { Callee, ServiceCall } from '../../recorder/spans/measureCalls.ts';

/** The services that are asked most, and the calls between them. */
export function callsWithin(
  { services, calls }: { services: readonly Callee[]; calls: readonly ServiceCall[] },
  most: number,
) {
  const shown = services.slice(0, most);
  const names = new Set(shown.map(({ service }) => service));
  return {
    services: shown,
    calls: calls.filter(({ caller, callee }) => names.has(caller) && names.has(callee)),
    isCut: services.length > most,
  };
}
