import { createHash, randomUUID } from 'node:crypto';
import { type Client, createClient } from '../../src/client/createClient.ts';
import { RefusedError } from '../../src/client/refusedError.ts';
import { contract } from '../../src/contract/index.ts';

/** A row that the server said it has. */
export interface Acknowledged {
  table: string;
  id: string;
}

export interface WrittenText {
  postmortemId: string;
  sectionId: string;
  accepted: string;
  sent: string[];
}

/** What a load was told, over all lives of a server. */
export interface Ledger {
  rows: Acknowledged[];
  /** Transitions that the server said were made: incident → state. */
  states: Map<string, string>;
  /** Incident → the section that is written: its newest text that was acknowledged, and those that were sent after it. */
  texts: Map<string, WrittenText>;
  /** Problems other than that the server was away or busy. */
  surprises: unknown[];
}

export const newLedger = (): Ledger => ({ rows: [], states: new Map(), texts: new Map(), surprises: [] });

type Step = (client: Client, ledger: Ledger, incidentId: string) => Promise<void>;

const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!;

/** Everything that people do to an incident while it lasts. */
const STEPS = {
  async note(client, { rows }, incidentId) {
    const { id } = await client.notes.add({ incidentId, body: `seen ${randomUUID()}` });
    rows.push({ table: 'incident_note', id });
  },
  async moment(client, { rows }, incidentId) {
    const { id } = await client.moments.add({ incidentId, at: new Date().toISOString(), title: 'Something' });
    rows.push({ table: 'moment', id });
  },
  async service(client, { rows }) {
    const { id } = await client.services.add({ name: `service ${randomUUID()}`, tier: 2 });
    rows.push({ table: 'service', id });
  },
  async declare(client, { rows, states }) {
    const { id } = await client.incidents.declare({ title: `Trouble ${randomUUID()}`, severity: 'sev2' });
    rows.push({ table: 'incident', id });
    const { state } = await client.incidents.acknowledge({ id });
    states.set(id, state);
  },
  async upload(client, { rows }, incidentId) {
    const bytes = Buffer.from(`${new Date().toISOString()} error ${randomUUID()}\n`.repeat(50));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const upload = await client.uploads.begin({ incidentId, name: 'app.log', bytes: bytes.length, sha256 });
    rows.push({ table: 'upload', id: upload.id });
    await client.uploads.putPart({ id: upload.id, number: 1, sha256, bytes: new Blob([bytes]) });
    const { id } = await client.uploads.complete({ id: upload.id });
    rows.push({ table: 'evidence', id });
  },
  async open(client, { rows, texts }, incidentId) {
    const { id: postmortemId, sections } = await client.postmortems.open({ incidentId });
    rows.push({ table: 'postmortem', id: postmortemId });
    const [{ id: sectionId, markdown }] = sections as [(typeof sections)[number]];
    texts.set(incidentId, { postmortemId, sectionId, accepted: markdown, sent: [] });
  },
  async write(client, { texts }, incidentId) {
    const text = texts.get(incidentId)!;
    const { postmortemId, sectionId, sent } = text;
    const markdown = `Written ${randomUUID()}`;
    sent.push(markdown);
    await client.postmortems.editSection({ postmortemId, id: sectionId, markdown });
    text.accepted = markdown;
    sent.length = 0;
  },
} as const satisfies Record<string, Step>;

/**
 * Works on a server until it goes away or the signal ends it, with as many workers at once; each does one thing after the
 * other on incidents of its own.
 */
export async function workOn(
  address: string,
  { token, ledger, workers, signal }: { token: string; ledger: Ledger; workers: number; signal: AbortSignal },
): Promise<void> {
  const client = createClient(contract, { server: address, token });
  const work = async (): Promise<void> => {
    const { id } = await client.incidents.declare({ title: `Trouble ${randomUUID()}`, severity: 'sev3' });
    ledger.rows.push({ table: 'incident', id });
    await STEPS.open(client, ledger, id);
    while (!signal.aborted)
      await pick(Object.values(STEPS).filter(step => step !== STEPS.open))(client, ledger, id);
  };
  const attempt = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        await work();
      } catch (error) {
        if (!(error instanceof RefusedError)) return;
        if (error.code !== 'unavailable') ledger.surprises.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: workers }, attempt));
}
