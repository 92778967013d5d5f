import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { expect } from 'vitest';
import { CaseMeasuredV1 } from '#events/intake/case-measured.v1';
import { envelope, type Envelope } from '#events/event';
import { DocumentDueV1 } from '#events/intake/document-due.v1';
import { allRows } from '#shared/all-rows';
import { httpHandler } from '#shared/http';
import { fakeLog, type FakeLog } from '#shared/log.fake';
import { createMeter, type Meter } from '#shared/meter';
import { outboxPartition } from '#shared/outbox';
import type { Table } from '#shared/table';
import { districts } from '../../infra/districts.ts';
import { routes } from '../../services/intake/api.ts';
import { amr, health, itemOf } from '../../services/intake/cases.fake.ts';
import type { IntakeDeps } from '../../services/intake/deps.ts';
import { intakeParts } from '../../services/intake/parts.ts';
import { fakeBucket } from './bucket.ts';
import { applicantActor, staffActor } from './actors.ts';
import { partOf } from './edition-part.ts';
import { gatewayEvent, lambdaContext, type Request } from './gateway-event.ts';

export const cityKey = 'k'.repeat(64);

/** Who acts in the tests of a case. */
export const people = {
  company: applicantActor('company', { kind: 'organisation' }),
  agent: applicantActor('agent', { orgs: ['p_company'] }),
  stranger: applicantActor('stranger'),
  clerk: staffActor('window'),
  farClerk: staffActor('window', { district: 'jinan' }, 'far-clerk'),
  approver: staffActor('approver', { department: 'amr' }),
  head: staffActor('head', { department: 'amr' }),
  otherApprover: staffActor('approver', { department: 'health' }, 'other-approver'),
  farApprover: staffActor('approver', { department: 'amr', district: 'jinan' }, 'far-approver'),
  supervisor: staffActor('supervisor'),
};

function answerOf({ statusCode, headers = {}, body }: APIGatewayProxyResult) {
  const isJson = String(headers['Content-Type']).includes('json');
  return { status: statusCode, headers, body: body === '' ? undefined : isJson ? JSON.parse(body) : body };
}
export type Answer = ReturnType<typeof answerOf>;

export interface IntakeWorld {
  deps: IntakeDeps & { log: FakeLog };
  clock: { now: Date };
  /** What the city has handed over to this set. */
  handOver: ReturnType<typeof fakeBucket>;
  send(request: Request): Promise<Answer>;
  /** Every fact in the outbox of today that others hear of, oldest first. */
  facts(): Promise<Envelope[]>;
  /** What must be put in writing: facts that intake's own maker of documents takes. */
  papers(): Promise<Envelope[]>;
}

/** What intake tells itself: what to put in writing, and what to count. */
const ownFacts = new Set<string>([DocumentDueV1.type, CaseMeasuredV1.type]);

/** Intake of Gulou as it is deployed, but for its table, its clock and its log. A new one is as after a cold start. */
export function intakeOver(table: Table, { set = 'gulou', meter = createMeter() } = {}): IntakeWorld {
  const clock = { now: new Date('2026-08-03T01:00:00Z') };
  const handOver = fakeBucket();
  const deps = { ...intakeDepsOver(table, { set, meter, now: () => clock.now }), handedOver: async () => handOver };
  const handle = httpHandler(routes, deps);
  return {
    deps,
    clock,
    handOver,
    async send(request) {
      const answer = answerOf(await handle(gatewayEvent(request), lambdaContext));
      if (answer.status < 300) expectDescribed(request, answer.body);
      return answer;
    },
    facts: async () => (await outboxOf(table, clock.now)).filter(({ type }) => !ownFacts.has(type)),
    papers: async () => (await outboxOf(table, clock.now)).filter(({ type }) => type === DocumentDueV1.type),
  };
}

async function outboxOf(table: Table, now: Date): Promise<Envelope[]> {
  const shards = Array.from('0123456789abcdef', (shard) => outboxPartition(dateOf(now), shard));
  const pages = await Promise.all(shards.map((partition) => allRows(table, { partition })));
  const found = pages.flat().map((row) => envelope().parse(row['event']));
  return found.toSorted((a, b) => a.sequence - b.sequence);
}

/** What a route answers is what OpenAPI says of it: all that must be there, and nothing more. */
function expectDescribed({ method = 'GET', path }: Request, body: unknown): void {
  const route = routes.find(
    (one) => one.method === method && new RegExp(`^${one.path.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`).test(path),
  );
  expect(route?.reply.schema().parse(body), `${method} ${path} answers as described`).toEqual(body);
}

const dateOf = (moment: Date) => moment.toISOString().slice(0, 10);

const newId = () => randomUUID();

function intakeDepsOver(table: Table, given: { set: string; meter: Meter; now: () => Date }) {
  const publisher = { service: 'intake', district: given.set, newId };
  return {
    ...given,
    service: 'intake',
    city: 'fuzhou',
    log: fakeLog(),
    newId,
    pause: async () => undefined,
    table,
    publisher,
    ...intakeParts({ table, publisher, now: given.now }),
    newCode: () => 'A2B3C4',
    partyKey: async () => cityKey,
    papers: async () => fakeBucket(),
    sets: async () => districts,
  };
}

let keys = 0;
/** A key that no other request has. */
export const freshKey = () => ({ 'Idempotency-Key': `key-${(keys += 1)}` });

export const publication = {
  departments: [amr, health],
  items: [
    itemOf(),
    itemOf({ key: 'guide-only', form: undefined }),
    itemOf({ key: 'health-item', department: 'health' }),
  ],
};
export const goodForm = { operator: '示例公司', contact: { name: '段正淳', phone: '18049531999' } };

/** Publishes a catalogue, the small one of the tests unless another is given: one person prepares it, another publishes. */
export const publish = (world: IntakeWorld, body: object = publication): Promise<Answer> =>
  publishParts(world, [{ whole: true, ...body }]);

/** The law by which a district's edition adds a burden to an item, as such an edition says it. */
export const groundFor = (key: string) => ({ grounds: [{ key, basis: '示例法', burden: '无' }] });

/** Publishes what comes in parts, of which the first says how many they are; the first refusal where there is one. */
export async function publishParts(world: IntakeWorld, [first = {}, ...others]: readonly object[]): Promise<Answer> {
  const post = (path: string, role: 'catalogue-editor' | 'catalogue-publisher', said: object) => {
    const actor = staffActor(role, { district: world.deps.set });
    return world.send({ method: 'POST', path: `/intake/catalogue${path}`, actor, headers: freshKey(), body: said });
  };
  const prepared = await post('', 'catalogue-editor', first);
  if (prepared.status !== 201) return prepared;
  const path = `/editions/${prepared.body.id}`;
  for (const [n, body] of others.entries()) {
    const put = await world.send(partOf({ id: prepared.body.id, part: n + 2, version: n + 1 }, body, world.deps.set));
    if (put.status !== 200) return put;
  }
  const submitted = await post(`${path}/submit`, 'catalogue-editor', {});
  const reviewed = 'grounds' in first ? { opinion: '依据充分，负担相称' } : {};
  return submitted.status === 200 ? post(`${path}/publish`, 'catalogue-publisher', reviewed) : submitted;
}

/** A new draft of the company's; its id. */
export async function draft(world: IntakeWorld, form: object = goodForm): Promise<string> {
  const body = { itemKey: 'food-business-licence', form, channel: 'online' };
  const path = '/intake/applications';
  const created = await world.send({ method: 'POST', path, actor: people.company, headers: freshKey(), body });
  return created.body.id;
}

/** An act on a case, with a key of its own unless one is given. */
export function act(id: string, name: string, rest: Partial<Request> = {}): Request {
  return {
    method: 'POST',
    path: `/intake/applications/${id}/${name}`,
    body: {},
    ...rest,
    headers: { ...freshKey(), ...rest.headers },
  };
}
export const submit = (id: string, rest: Partial<Request> = {}) =>
  act(id, 'submit', { actor: people.company, ...rest });
export const accept = (id: string, rest: Partial<Request> = {}) =>
  act(id, 'accept', { actor: people.approver, ...rest });
export const withdraw = (id: string, rest: Partial<Request> = {}) =>
  act(id, 'withdraw', { actor: people.company, body: { reason: '不办了' }, ...rest });
export const decide = (id: string, version: number, rest: Partial<Request> = {}) =>
  act(id, 'decide', {
    actor: people.approver,
    body: { outcome: 'granted', opinion: '同意' },
    ...rest,
    headers: { 'If-Match': `"${version}"`, ...rest.headers },
  });
export const read = (id: string, rest: Partial<Request> = {}): Request => ({
  path: `/intake/applications/${id}`,
  actor: people.company,
  ...rest,
});
export const save = (id: string, version: number, rest: Partial<Request> = {}): Request => ({
  method: 'PUT',
  path: `/intake/applications/${id}`,
  actor: people.company,
  body: { form: goodForm },
  ...rest,
  headers: { 'If-Match': `"${version}"` },
});
