import { createHash, randomUUID } from 'node:crypto';
import type { Actor } from '#shared/actor';
import { httpHandler } from '#shared/http';
import { fakeHttpDeps } from '#shared/http.fake';
import { routes } from '../../services/materials/api.ts';
import { applicantActor } from './actors.ts';
import { gatewayEvent, lambdaContext } from './gateway-event.ts';
import { materialsOver } from './materials.ts';
import { outboxOf } from './settle.ts';

export const company = applicantActor('company', { kind: 'organisation' });

/** What is declared of a file. */
export const fileOf = (bytes: Uint8Array, mediaType = 'application/pdf') => ({
  name: '章程.pdf',
  mediaType,
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

interface Sent {
  body?: object;
  query?: Record<string, string>;
  actor?: Actor;
}

/** The city's materials as it is called through the gateway, told of facts, and sent files, over a table in memory. */
export function openLibrary() {
  const base = { ...fakeHttpDeps(), set: 'fuzhou', service: 'materials', city: 'fuzhou', newId: () => randomUUID() };
  const publisher = { service: 'materials', district: 'fuzhou', newId: base.newId };
  const library = materialsOver({ ...base, publisher });
  const handle = httpHandler(routes, library.deps);

  async function send(method: string, path: string, { actor = company, ...rest }: Sent = {}) {
    const headers = { 'Idempotency-Key': randomUUID() };
    const reply = await handle(gatewayEvent({ method, path, actor, headers, ...rest }), lambdaContext);
    return { status: reply.statusCode, body: JSON.parse(reply.body) };
  }
  const declare = async (bytes: Uint8Array, more: object = {}, actor = company) =>
    (await send('POST', '/materials', { actor, body: { type: 'articles', ...fileOf(bytes), ...more } })).body;
  return {
    ...library,
    clock: base.clock,
    send,
    declare,
    /** A document of the company that has come and was checked; its id. */
    async atHand(bytes: Uint8Array, more: object = {}): Promise<string> {
      const { id } = await declare(bytes, more);
      await library.receive(id, 1, bytes);
      return id;
    },
    stateOf: async (id: string, n = 1) =>
      (await send('GET', `/materials/${id}`)).body.versions.find((one: { n: number }) => one.n === n),
    facts: (type: string) => outboxOf(base.table).filter((one) => one.type === type),
  };
}
