import { createHash, randomUUID } from 'node:crypto';
import { BatchChangedV1 } from '#events/notifications/batch-changed.v1';
import { DeliveryDueV1 } from '#events/notifications/delivery-due.v1';
import type { Envelope } from '#events/event';
import type { Role } from '#shared/actor';
import { on, queueHandler } from '#shared/queue';
import type { Table } from '#shared/table';
import { fakeTable } from '#shared/table.fake';
import { builtIn } from '../../services/notifications/domain/edition/built-in.ts';
import { runBatch } from '../../services/notifications/functions/batch/run-batch.ts';
import { reach } from '../../services/notifications/functions/sending/reach.ts';
import { sendBatch } from '../../services/notifications/functions/sending/send-batch.ts';
import { wordsFor } from '../../services/notifications/functions/sending/words-for.ts';
import { passTime } from '../../services/notifications/functions/tick/pass-time.ts';
import { notificationsParts } from '../../services/notifications/parts.ts';
import { fakeProvider } from '../../services/notifications/sending/provider.fake.ts';
import { senderStandings } from '../../services/notifications/sender-standings.ts';
import { quotaStore } from '../../services/notifications/stores/quotas.ts';
import type { Contact } from '../../services/notifications/domain/contact/contact.ts';
import { applicantActor, staffActor } from './actors.ts';
import { rowsFor, waterOff } from './batch-rows.ts';
import { gatewayEvent, lambdaContext } from './gateway-event.ts';
import { notificationsOver } from './inbox.ts';
import { reachable } from './sending.ts';
import { outboxOf } from './settle.ts';
import { sqsEvent } from './sqs-event.ts';

interface Asked {
  role?: Role;
  by?: string;
  district?: string;
  body?: object;
  query?: Record<string, string>;
  key?: string;
  ifMatch?: string;
  language?: string;
}

export const maker = { role: 'catalogue-editor', by: 'maker' } as const;
export const checker = { role: 'catalogue-publisher', by: 'checker' } as const;

type Waited = () => void | Promise<void>;
const nothing: Waited = () => undefined;

/** Batches as they are made, read and sent, over a table in memory with a clock that is moved by hand. */
export function openBatches() {
  const table = fakeTable();
  const service = notificationsOver(table);
  const provider = fakeProvider('aliyun', { at: () => service.clock.at });
  const done = new Set<string>();
  const waits: { act: Waited } = { act: nothing };
  const depsOver = (over: Table) => {
    const deps = {
      ...service.deps,
      table: over,
      ...notificationsParts({ table: over, publisher: service.deps.publisher, city: 'fuzhou' }),
    };
    return {
      ...deps,
      providers: [provider.provider],
      quotas: quotaStore(over, async () => 'key'),
      reach: reach(deps),
      wordsFor: wordsFor(deps.editions),
      wait: async () => {
        await waits.act();
        await deliver(DeliveryDueV1.type, over);
      },
    };
  };

  async function ask(
    route: string,
    {
      role = 'catalogue-editor',
      by = 'maker',
      district = 'gulou',
      key = randomUUID(),
      language = 'en',
      ifMatch,
      ...rest
    }: Asked = {},
  ) {
    const [method = 'GET', path = ''] = route.split(' ');
    const headers = { 'Idempotency-Key': key, 'Accept-Language': language, ...(ifMatch && { 'If-Match': ifMatch }) };
    const actor = staffActor(role, { district }, by);
    const event = gatewayEvent({ method, path: `/notifications/${path}`, actor, headers, ...rest });
    const { statusCode, body, headers: said } = await service.handle(event, lambdaContext);
    return { status: statusCode, headers: said, body: JSON.parse(body) };
  }

  const make = (body: object = {}, as: Asked = {}) =>
    ask('POST batches', {
      ...maker,
      ...as,
      body: { district: 'gulou', title: '停水通知', template: waterOff.key, ...body },
    });
  /** By the version at which it stands, unless another is said. */
  async function act(id: string, name: string, as: Asked = checker) {
    const ifMatch = `"${(await service.deps.batches.load(id))?.version ?? 0}"`;
    return ask(`POST batches/${id}/${name}`, { body: {}, ifMatch, ...as });
  }

  /** What waits in a queue is delivered once; what fails stays. */
  async function deliver(type: string, over: Table = table): Promise<void> {
    const deps = depsOver(over);
    const standings = senderStandings(deps.standings, { now: deps.now, forMs: 0 });
    const handle =
      type === DeliveryDueV1.type
        ? sendBatch({ ...deps, standings })
        : queueHandler([on(BatchChangedV1, 'notifications.run-batch', runBatch)], deps);
    for (const one of outboxOf(table).filter((fact) => fact.type === type && !done.has(fact.id))) {
      done.add(one.id);
      const { batchItemFailures } = await handle(sqsEvent(one));
      if (batchItemFailures.length > 0) done.delete(one.id);
    }
  }

  return {
    table,
    service,
    provider,
    ask,
    deliver,
    /** What happens each time a run waits for those who send. */
    onWait: (act: Waited) => void (waits.act = act),
    /** What a party reads in its inbox. */
    async inboxOf(partyId: string) {
      const actor = { ...applicantActor('wang'), partyId };
      const headers = { 'Accept-Language': 'en' };
      const event = gatewayEvent({ method: 'GET', path: '/notifications/inbox', actor, headers });
      return JSON.parse((await service.handle(event, lambdaContext)).body);
    },
    files: service.batchFiles.files,
    batches: service.deps.batches,
    waiting: (type: string) => outboxOf(table).filter((fact) => fact.type === type && !done.has(fact.id)),
    /** What waits for the run of batches and for the sender is brought once, to functions that may be killed. */
    async runOnce(over: Table): Promise<void> {
      await deliver(BatchChangedV1.type, over);
      await deliver(DeliveryDueV1.type, over);
    },
    /** Batches go on until there is nothing left to do for any; what they send is sent besides. */
    async settle(over: Table = table): Promise<void> {
      for (let n = 0; n < 50 && outboxOf(table).some(({ id }) => !done.has(id)); n++) {
        await deliver(BatchChangedV1.type, over);
        await deliver(DeliveryDueV1.type, over);
      }
    },
    /** Whatever waits in a queue is lost. */
    forget: () => {
      for (const { id } of outboxOf(table)) done.add(id);
    },
    /** Time passes by minutes and the schedule runs at its end. */
    async pass(minutes: number): Promise<void> {
      service.clock.at = new Date(service.clock.at.getTime() + minutes * 60_000 + 1);
      await passTime(service.deps)();
    },
    /** An edition of a district with this template, in force. */
    async publish(template: object = waterOff, district = 'gulou'): Promise<void> {
      const { rules } = builtIn();
      const body = { district, signature: '鼓楼政务', templates: [template], rules: rules.slice(0, 0) };
      const { body: proposed } = await ask('POST editions', { ...maker, body, district });
      await ask(`POST editions/${proposed.id}/approve`, { ...checker, body: {}, district });
    },
    /** Parties with a telephone each, by which they are told at any hour unless they wish otherwise. */
    async reach(parties: readonly string[], changes: Partial<Contact> = {}): Promise<void> {
      for (const [n, partyId] of parties.entries()) {
        const value = `+86138${String(n).padStart(8, '0')}`;
        const addresses = [{ channel: 'sms' as const, value, verifiedAt: new Date('2026-01-01') }];
        const given = reachable({ partyId, addresses, quiet: { from: '00:00', until: '00:00' }, ...changes });
        await table.put({ pk: `CONTACT#${partyId}`, sk: 'REC', schema: 1, ...JSON.parse(JSON.stringify(given)) });
      }
    },
    make,
    /** Facts of others come to this service. */
    hear: (...facts: readonly Envelope[]) => service.consume(sqsEvent(...facts)),
    /** A batch of a request that another person has let go. */
    async letGo(parties: readonly string[], body: object = {}): Promise<string> {
      const made = await make({ rows: rowsFor(parties), ...body });
      await act(made.body.id, 'approve');
      return made.body.id;
    },
    /** Declares a file, sends it, and says so. */
    async send(bytes: Buffer, file: object = {}): Promise<string> {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const body = { file: { sha256, bytes: bytes.length, ...file } };
      const { body: made } = await make(body);
      service.batchFiles.files.set(`uploads/${made.id}`, bytes);
      await ask(`POST batches/${made.id}/confirm`, { ...maker, body: {} });
      return made.id;
    },
    act,
    show: async (id: string, as: Asked = {}) => (await ask(`GET batches/${id}/progress`, as)).body,
  };
}
