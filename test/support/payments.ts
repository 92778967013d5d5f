import { randomUUID } from 'node:crypto';
import { CalendarPublishedV1 } from '#events/intake/calendar-published.v1';
import { FeeAssessedV1 } from '#events/intake/fee-assessed.v1';
import { ReconciliationChangedV1 } from '#events/payments/reconciliation-changed.v1';
import { BillsSettledV1 } from '#events/payments/bills-settled.v1';
import { RefundChangedV1 } from '#events/payments/refund-changed.v1';
import type { Envelope, EventContract } from '#events/event';
import type { Actor } from '#shared/actor';
import { partyIdOf } from '#shared/party';
import { httpHandler } from '#shared/http';
import { fakeHttpDeps } from '#shared/http.fake';
import { queueHandler } from '#shared/queue';
import { routes } from '../../services/payments/api.ts';
import type { PaymentsDeps } from '../../services/payments/deps.ts';
import { passTime } from '../../services/payments/functions/tick/pass-time.ts';
import { paymentsParts } from '../../services/payments/parts.ts';
import { subscriptions } from '../../services/payments/subscriptions.ts';
import { partyKey } from '../access/applicants.ts';
import { applicantActor, staffActor } from './actors.ts';
import { fakeStatementFiles } from '../../services/payments/statement-files.fake.ts';
import { fakeBucket } from './bucket.ts';
import { charges } from './charges.ts';
import { gatewayEvent, lambdaContext } from './gateway-event.ts';
import { versionSeen } from './seen.ts';
import { outboxOf } from './settle.ts';
import { sqsEvent } from './sqs-event.ts';

export const uscc = '91350102MA0000000H';
const partyId = partyIdOf(partyKey, { kind: 'uscc', number: uscc });
export const company = applicantActor('company', { kind: 'organisation', partyId });
/** The company as a department names it. */
export const namedCompany = { kind: 'organisation' as const, uscc };

/** What the service consumes of its own. */
const own = new Set<string>([BillsSettledV1.type, RefundChangedV1.type, ReconciliationChangedV1.type]);

interface Wish {
  change?: (deps: PaymentsDeps) => PaymentsDeps;
  set?: string;
}

interface Sent {
  body?: object;
  query?: Record<string, string>;
  actor?: Actor;
  key?: string;
  /** Which version he has read, of a route that asks for that; absent: the one that is, 0: none is named. */
  version?: number;
}

/** The city's payments as it is called through the gateway and told of facts, over a table in memory. */
export function openPayments({ change = (deps) => deps, set = 'fuzhou' }: Wish = {}) {
  const base = { ...fakeHttpDeps(), set, service: 'payments', city: 'fuzhou', newId: () => randomUUID() };
  const means = { ...base, publisher: { service: 'payments', district: set, newId: base.newId } };
  const statementFiles = fakeStatementFiles();
  const [papers, handOver] = [fakeBucket(), fakeBucket()];
  const rest = {
    partyKey: async () => partyKey,
    newCheck: newChecks(),
    papers: async () => papers,
    handedOver: async () => handOver,
    numbersAt: () => [],
    statementFiles: async () => statementFiles,
    statementsFrom: '',
    treasuryDays: { verifying: 10, verified: 10, 'treasury-due': 10 },
  };
  const deps = change({ ...means, ...paymentsParts(means, { sandbox: true }), ...rest });
  const finance = staffActor('finance', { district: set }, 'proposing finance');
  const checker = staffActor('finance-checker', { district: set }, 'approving finance');
  const handle = httpHandler(routes, deps);
  const consume = queueHandler(subscriptions, deps);

  async function send(method: string, path: string, { actor = company, key = randomUUID(), ...sent }: Sent = {}) {
    const { version = versionSeen(base.table, path), ...rest } = sent;
    const headers = { 'Idempotency-Key': key, ...(version && { 'If-Match': `"${version}"` }) };
    const event = gatewayEvent({ method, path, actor, headers, ...rest });
    const reply = await handle(event, lambdaContext);
    const isText = String(reply.headers?.['Content-Type']).startsWith('text/');
    return { status: reply.statusCode, headers: reply.headers, body: isText ? reply.body : JSON.parse(reply.body) };
  }
  async function hear(...facts: readonly Envelope[]): Promise<void> {
    const { batchItemFailures } = await consume(sqsEvent(...facts));
    if (batchItemFailures.length > 0) throw new Error('a fact was not taken');
  }
  const propose = async (): Promise<string> => {
    const { body } = await send('POST', '/payments/charge-list', { actor: finance, body: charges });
    return String(body.id);
  };
  const taken = new Set<string>();
  return {
    deps,
    files: statementFiles.files,
    base,
    handOver,
    handle,
    clock: base.clock,
    send,
    hear,
    propose,
    finance,
    checker,
    tick: passTime(deps),
    facts: (type: string) => outboxOf(base.table).filter((one) => one.type === type),
    /** What the service has told itself reaches it, each once, or also what it has taken before. */
    async settle({ again = false } = {}): Promise<void> {
      const told = outboxOf(base.table).filter(({ type }) => own.has(type));
      const fresh = told.filter(({ id }) => again || !taken.has(id));
      for (const one of fresh) {
        await hear(one);
        taken.add(one.id);
      }
    },
    /** The city publishes the days of a year that are free, or worked, other than by weekends. */
    publish: (year: number, off: readonly string[] = [], worked: readonly string[] = []): Promise<void> =>
      hear(envelopeOf(CalendarPublishedV1, { year, version: 2, notice: `${year}`, off, worked }, base.clock.now)),
    /** The charge list that the tests use, by two people. */
    async openCharges(): Promise<void> {
      await send('POST', `/payments/charge-list/${await propose()}/approve`, { actor: checker, body: {} });
    },
    /** A department of Gulou assesses what the company owes; the id of the bill. */
    async assess(wish: Partial<Assessed> = {}): Promise<string> {
      const caseId = randomUUID();
      const line = { code: 'road-repair', payee: 'urban', quantity: 1, amountFen: 30_000, gate: 'result' as const };
      const asked = { assessmentId: `${caseId}.1`, revision: 1, caseId, payer: company.partyId, lines: [line] };
      const data = { ...asked, dueAt: '2026-08-20T00:00:00.000Z', ...wish };
      await hear(envelopeOf(FeeAssessedV1, data, base.clock.now));
      const { known } = await deps.bills.heard(data.assessmentId);
      if (!known) throw new Error('no bill was made');
      return known.bill.id;
    },
  };
}

/** Check codes that differ, one after another. */
function newChecks(): () => string {
  let n = 2 ** 15;
  // Digits of base eight, shifted past 0 and 1.
  return () => (n += 1).toString(8).replaceAll(/./g, (digit) => String(Number(digit) + 2));
}

type Assessed = (typeof FeeAssessedV1)['data']['_output'];

/** A fact of Gulou's intake. */
export function envelopeOf(contract: Pick<EventContract, 'type'>, data: Record<string, unknown>, at: Date): Envelope {
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: 'banshi/gulou/intake',
    type: contract.type,
    subject: 'case',
    time: at.toISOString(),
    datacontenttype: 'application/json',
    sequence: 1,
    district: 'gulou',
    correlationId: 'c',
    causationId: 'c',
    data,
  };
}
