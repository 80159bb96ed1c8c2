import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildRandomArchive, type RandomArchive, WORDS } from '../../../../test/builders/randomArchive.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../../../test/harness/server.ts';
import { INCIDENT_FACETS, type IncidentFacet } from '../../../contract/incidentLists.ts';

type Filter = Parameters<TestPerson['client']['incidents']['facets']>[0];

let server: TestServer;
let archive: RandomArchive;
let from: string;

beforeAll(async () => {
  server = await startTestServer();
  archive = await buildRandomArchive(server, 20);
  const [admin] = archive.people;
  const { items } = await admin!.client.incidents.list({ limit: 200 });
  for (const { id } of items.slice(0, 3)) {
    await admin!.client.incidents.restore({ id });
    await admin!.client.incidents.close({ id });
  }
  from = items[10]!.times.declaredAt!;
});
afterAll(() => server.close());

const some = (values: () => string[]) =>
  fc.constant(null).chain(() =>
    fc.option(fc.uniqueArray(fc.constantFrom(...values()), { minLength: 1, maxLength: 2 }), {
      nil: undefined,
      freq: 2,
    }),
  );
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 2 });

const filter: fc.Arbitrary<Filter> = fc.record({
  severity: some(() => ['sev1', 'sev2', 'sev3']),
  layer: some(() => ['L1', 'L2']),
  serviceId: some(() => archive.serviceIds),
  teamId: some(() => archive.teamIds),
  state: some(() => ['declared', 'acknowledged', 'closed']),
  title: maybe(fc.constantFrom(...WORDS)),
  isOpen: maybe(fc.boolean()),
  isMine: maybe(fc.boolean()),
  from: maybe(fc.constant(null).map(() => from)),
  to: maybe(fc.constant(null).map(() => from)),
}) as fc.Arbitrary<Filter>;

/** How many incidents the list of a filter has. */
const countListed = async ({ client }: TestPerson, asked: Filter): Promise<number> =>
  (await client.incidents.list({ ...asked, limit: 200 })).items.length;

/** The filter with another value of one facet in place of all that is said of it. */
function only(asked: Filter, facet: IncidentFacet, value: string): Filter {
  const { isOpen, ...others } = asked;
  return { ...(facet === 'state' ? others : asked), [facet]: [value] } as Filter;
}

test('counts what the list of the same filters has, for everyone as much as they see', async () => {
  await fc.assert(
    fc.asyncProperty(filter, fc.nat(3), async (asked, who) => {
      const person = archive.people[who]!;
      const { total, facets } = await person.client.incidents.facets(asked);
      expect(total).toBe(await countListed(person, asked));
      for (const facet of INCIDENT_FACETS)
        for (const { value, count } of facets[facet])
          expect([facet, value, count]).toEqual([
            facet,
            value,
            await countListed(person, only(asked, facet, value)),
          ]);
    }),
    { numRuns: 12 },
  );
});

test('names services and teams, and counts a value only where there is one', async () => {
  const [admin] = archive.people;
  const { facets } = await admin!.client.incidents.facets({});
  const services = (await admin!.client.services.list({ limit: 200 })).items;
  expect(facets.serviceId.length).toBeGreaterThan(0);
  for (const { value, name, count } of facets.serviceId) {
    expect(services.find(({ id }) => id === value)?.name).toBe(name);
    expect(count).toBeGreaterThan(0);
  }
});
