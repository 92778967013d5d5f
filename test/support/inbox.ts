import { randomUUID } from 'node:crypto';
import type { Envelope } from '#events/event';
import { httpHandler } from '#shared/http';
import { fakeLog } from '#shared/log.fake';
import { replayFrom } from '#shared/mark';
import { createMeter } from '#shared/meter';
import { queueHandler } from '#shared/queue';
import type { Table } from '#shared/table';
import { routes } from '../../services/notifications/api.ts';
import type { NotificationsDeps } from '../../services/notifications/deps.ts';
import { fakeBatchFiles } from '../../services/notifications/batch-files.fake.ts';
import { notificationsParts } from '../../services/notifications/parts.ts';
import { subscriptions } from '../../services/notifications/subscriptions.ts';
import { envelopeOf, uuid } from './facts.ts';

const newId = () => randomUUID();

/** The key of the city, by which codes and ids of parties are made here. */
export const cityKey = 'a key of the city of at least 32 characters';

/** Notifications of the city as it is deployed, but for its table, its clock and its log. */
export function notificationsOver(table: Table, given?: () => Date) {
  const clock = { at: new Date('2026-08-03T02:00:00Z') };
  const now = given ?? (() => clock.at);
  const publisher = { service: 'notifications', district: 'fuzhou', newId };
  const batchFiles = fakeBatchFiles();
  const deps: NotificationsDeps = {
    service: 'notifications',
    set: 'fuzhou',
    city: 'fuzhou',
    now,
    newId,
    meter: createMeter(),
    log: fakeLog(),
    pause: async () => undefined,
    table,
    publisher,
    ...notificationsParts({ table, publisher, city: 'fuzhou' }),
    replay: replayFrom(table),
    codeKey: async () => cityKey,
    batchFiles: async () => batchFiles,
    providerSecret: async () => undefined,
  };
  const consume = queueHandler(subscriptions, deps);
  return { deps, clock, consume, batchFiles, handle: httpHandler(routes, deps) };
}

type Step = 'submitted' | 'accepted' | 'granted' | 'refused' | 'withdrawn';

/** The facts of a case of Gulou, in the order in which they happened, a minute apart. */
export function factsOfCase(n: number, steps: readonly Step[], partyId = 'p_company'): Envelope[] {
  const caseId = uuid(n, 1);
  return steps.map((step, at) =>
    envelopeOf({
      id: uuid(n * 16 + at, 2),
      subject: caseId,
      sequence: at + 2,
      time: new Date(Date.parse('2026-08-03T01:00:00Z') + at * 60_000).toISOString(),
      ...(step === 'submitted' ? submission(caseId, partyId) : change(caseId, step)),
    }),
  );
}

function submission(caseId: string, partyId: string) {
  const item = { itemKey: 'food-business-licence', version: 1, departments: ['amr'], materials: [] };
  return { type: 'intake.application-submitted.v1', data: { caseId, district: 'gulou', partyId, ...item } };
}

function change(caseId: string, step: Exclude<Step, 'submitted'>) {
  const decided = step === 'granted' || step === 'refused';
  const state = decided ? { state: 'decided', outcome: step } : { state: step };
  const dueAt = '2026-08-10T15:59:59.999Z';
  const data = { caseId, ...state, ...(step !== 'withdrawn' && { dueAt }), provisional: false, reasonCode: step };
  return { type: 'intake.case-changed.v2', data };
}

/** What a case asks to be paid, then asks otherwise, then not at all; its account counts its own sequence. */
export function feesOfCase(n: number): Envelope[] {
  const [caseId, key] = [uuid(n, 1), { assessmentId: `${uuid(n, 1)}.1` }];
  const lines = [{ code: 'card', payee: 'ps', quantity: 1, amountFen: 4000, gate: 'result' }];
  const asked = (revision: number) => ({
    type: 'intake.fee-assessed.v1',
    data: { ...key, revision, caseId, payer: 'p_company', lines, dueAt: '2026-08-18T15:59:59.999Z' },
  });
  const cancelled = {
    type: 'intake.fee-cancelled.v1',
    data: { ...key, revision: 2, caseId, reasonCode: 'case-ended' },
  };
  return [asked(1), asked(2), cancelled].map((rest, at) => {
    const time = new Date(Date.parse('2026-08-03T01:00:30Z') + at * 60_000).toISOString();
    return envelopeOf({ id: uuid(n * 16 + at, 4), subject: `${caseId}.fees`, sequence: at + 1, time, ...rest });
  });
}

/** A draft that was withdrawn: no other fact speaks of it. */
export const withdrawnDraft = (n: number, partyId = 'p_company'): Envelope =>
  envelopeOf({
    id: uuid(n * 16, 3),
    subject: uuid(n, 1),
    sequence: 2,
    type: 'intake.draft-withdrawn.v1',
    data: { caseId: uuid(n, 1), itemKey: 'food-business-licence', partyId },
  });

/** A limit of a case of Gulou's market regulation has passed, unless said otherwise; so many minutes after one. */
export const warningGiven = (n: number, data: object = {}, district = 'gulou'): Envelope =>
  envelopeOf({
    id: uuid(n, 4),
    subject: uuid(n, 1),
    sequence: 5,
    district,
    type: 'intake.warning-given.v1',
    time: new Date(Date.parse('2026-08-03T01:00:00Z') + n * 60_000).toISOString(),
    data: {
      caseId: uuid(n, 1),
      kind: 'overdue',
      to: 'head',
      department: 'amr',
      dueAt: '2026-08-02T15:59:59.999Z',
      ...data,
    },
  });
