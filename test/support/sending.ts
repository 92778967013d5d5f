import { randomUUID } from 'node:crypto';
import { DeliveryDueV1 } from '#events/notifications/delivery-due.v1';
import { calendar2026 } from '#shared/calendars';
import { fakeLog } from '#shared/log.fake';
import { createMeter } from '#shared/meter';
import type { Table } from '#shared/table';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import type { NotificationsDeps } from '../../services/notifications/deps.ts';
import { wordsFor } from '../../services/notifications/functions/sending/words-for.ts';
import type { Contact } from '../../services/notifications/domain/contact/contact.ts';
import { createNotice, type Telling } from '../../services/notifications/domain/notice/create.ts';
import type { Notice } from '../../services/notifications/domain/notice/notice.ts';
import { ownCause } from '../../services/notifications/functions/own-cause.ts';
import { reach } from '../../services/notifications/functions/sending/reach.ts';
import { sendBatch } from '../../services/notifications/functions/sending/send-batch.ts';
import { judgeProviders } from '../../services/notifications/functions/tick/judge-providers.ts';
import { passTime } from '../../services/notifications/functions/tick/pass-time.ts';
import type { Provider } from '../../services/notifications/sending/provider.ts';
import { senderStandings } from '../../services/notifications/sender-standings.ts';
import { batchStore } from '../../services/notifications/stores/batches.ts';
import { earlyReceiptStore } from '../../services/notifications/stores/early-receipts.ts';
import { noticeStore } from '../../services/notifications/stores/notices.ts';
import { quotaStore } from '../../services/notifications/stores/quotas.ts';
import { standingStore } from '../../services/notifications/stores/standings.ts';
import { outboxOf } from './settle.ts';
import { sqsEvent } from './sqs-event.ts';

const service = 'notifications';
const set = 'fuzhou';
const newId = () => randomUUID();

/** A party with a telephone, and perhaps more. */
export const reachable = (changes: Partial<Contact> = {}): Contact => ({
  partyId: 'p_1',
  version: 1,
  addresses: [{ channel: 'sms', value: '+8613800000001', verifiedAt: new Date('2026-01-01') }],
  language: 'zh',
  optOuts: [],
  timelineHash: '',
  ...changes,
});

/** What is told unless a test says otherwise: to correct, by SMS, then by a task. */
export const correcting = (changes: Partial<Telling> = {}): Telling => ({
  partyId: 'p_1',
  message: 'correcting',
  kind: 'case',
  statutory: true,
  urgent: false,
  template: { key: 'correcting', edition: 'built-in' },
  values: {},
  district: 'gulou',
  caseId: '7b0c7f5e-0000-4000-8000-000000000001',
  channels: ['sms', 'task'],
  unreadDays: 2,
  ...changes,
});

/** Brings the sender of a service what is due, as its queues do, until nothing new comes of it; it has no providers. */
export async function deliverDue(table: FakeTable, deps: NotificationsDeps): Promise<void> {
  const means = {
    ...deps,
    providers: [],
    standings: senderStandings(deps.standings, { now: deps.now, forMs: 0 }),
    quotas: quotaStore(table, async () => 'key'),
    reach: reach(deps),
    wordsFor: wordsFor(deps.editions),
  };
  const handle = sendBatch(means);
  const seen = new Set<string>();
  for (;;) {
    const fresh = outboxOf(table).filter(({ type, id }) => type === DeliveryDueV1.type && !seen.has(id));
    if (fresh.length === 0) return;
    for (const one of fresh) seen.add(one.id);
    await handle(sqsEvent(...fresh));
  }
}

interface World {
  providers: readonly Provider[];
  contact?: Contact;
  start?: string;
}

/** The sender over a table in memory, with a clock that is moved by hand, and its queue. */
export function openSending({ providers, contact = reachable(), start = '2026-08-03T02:00:00Z' }: World) {
  const table = fakeTable();
  const clock = { at: new Date(start) };
  const done = new Set<string>();
  const now = () => clock.at;
  const depsOver = (over: Table) => {
    const publisher = { service, district: set, newId };
    return {
      service,
      set,
      newId,
      now,
      meter: createMeter(),
      log: fakeLog(),
      pause: async () => undefined,
      table: over,
      calendar: async () => [calendar2026],
      providers,
      smsProviders: providers.map(({ key }) => key),
      notices: noticeStore(over, publisher),
      batches: batchStore(over, publisher),
      standings: standingStore(over),
      quotas: quotaStore(over, async () => 'key'),
      earlyReceipts: earlyReceiptStore(over),
      reach: async (_: Notice, channel: string) => {
        const address = contact.addresses.find((one) => one.channel === channel);
        const how = { language: contact.language, quiet: contact.quiet, optedOut: false, more: {} };
        return address && { ...how, to: address.value, confirmed: Boolean(address.confirmedAt) };
      },
      wordsFor: async () => ({
        key: 'correcting',
        template: 'T1',
        values: [],
        subject: '',
        text: '请补正',
        fields: {},
      }),
    };
  };
  const deps = depsOver(table);
  const handlerOver = (over: Table) =>
    sendBatch({ ...depsOver(over), standings: senderStandings(standingStore(over), { now, forMs: 0 }) });
  const waiting = () => outboxOf(table).filter(({ type, id }) => type === DeliveryDueV1.type && !done.has(id));

  /** What waits in the queue is delivered once; what fails stays. */
  async function deliver(over: Table = table): Promise<void> {
    const handle = handlerOver(over);
    for (const one of waiting()) {
      const { batchItemFailures } = await handle(sqsEvent(one));
      if (batchItemFailures.length === 0) done.add(one.id);
    }
  }
  async function settle(): Promise<void> {
    for (let n = 0; waiting().length > 0 && n < 20; n++) await deliver();
  }
  async function tick(minutes: number): Promise<Record<string, number>> {
    clock.at = new Date(clock.at.getTime() + minutes * 60_000 + 1);
    return passTime(deps)();
  }
  return {
    table,
    deps,
    deliver,
    settle,
    waiting,
    now,
    async tell(changes: Partial<Telling> = {}): Promise<string> {
      const id = randomUUID();
      const change = createNotice(correcting(changes), { id, now: now() });
      if (!change) throw new Error('nothing is told');
      await deps.notices.save(change, ownCause(deps));
      return id;
    },
    async notice(id: string): Promise<Notice> {
      const found = await deps.notices.load(id);
      if (!found) throw new Error('no such notice');
      return found;
    },
    /** Time passes by minutes, the schedule runs at its end, and the queue is emptied. */
    async pass(minutes: number): Promise<void> {
      await tick(minutes);
      await settle();
    },
    /** Whoever takes a message up is killed each time: it ends in the dead letters. */
    lose: () => waiting().forEach(({ id }) => done.add(id)),
    /** Time passes and the schedule runs, but nobody takes up what it tells. */
    tick,
    judge: () => judgeProviders(deps)(),
    /** Delivers a message again that was done. */
    async again(): Promise<void> {
      done.clear();
      await deliver();
    },
    facts: (type: string) => outboxOf(table).filter((one) => one.type === type),
  };
}
