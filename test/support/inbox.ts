import { randomUUID } from 'node:crypto';
import { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import { BundleChangedV2 } from '#events/intake/bundle-changed.v2';
import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import { DraftWithdrawnV1 } from '#events/intake/draft-withdrawn.v1';
import { WarningGivenV1 } from '#events/intake/warning-given.v1';
import type { Envelope } from '#events/event';
import { httpHandler } from '#shared/http';
import { fakeLog } from '#shared/log.fake';
import { replayFrom } from '#shared/mark';
import { createMeter } from '#shared/meter';
import { on, queueHandler } from '#shared/queue';
import type { Table } from '#shared/table';
import { routes } from '../../services/notifications/api.ts';
import type { NotificationsDeps } from '../../services/notifications/deps.ts';
import { onApplicationSubmitted } from '../../services/notifications/functions/on-application-submitted.ts';
import { onBundleChanged } from '../../services/notifications/functions/on-bundle-changed.ts';
import { onCaseChanged } from '../../services/notifications/functions/on-case-changed.ts';
import { onDraftWithdrawn } from '../../services/notifications/functions/on-draft-withdrawn.ts';
import { onWarningGiven } from '../../services/notifications/functions/on-warning-given.ts';
import { postInboxStore } from '../../services/notifications/post-store.ts';
import { inboxStore } from '../../services/notifications/store.ts';
import { envelopeOf, uuid } from './facts.ts';

const now = () => new Date('2026-08-03T02:00:00Z');

const newId = () => randomUUID();

/** Notifications of the city as it is deployed, but for its table, its clock and its log. */
export function notificationsOver(table: Table) {
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
    publisher: { service: 'notifications', district: 'fuzhou', newId },
    inbox: inboxStore(table),
    postInbox: postInboxStore(table),
    replay: replayFrom(table),
  };
  const consume = queueHandler(
    [
      on(ApplicationSubmittedV1, 'notifications.on-application-submitted', onApplicationSubmitted),
      on(BundleChangedV2, 'notifications.on-bundle-changed', onBundleChanged),
      on(CaseChangedV2, 'notifications.on-case-changed', onCaseChanged),
      on(DraftWithdrawnV1, 'notifications.on-draft-withdrawn', onDraftWithdrawn),
      on(WarningGivenV1, 'notifications.on-warning-given', onWarningGiven),
    ],
    deps,
  );
  return { deps, consume, handle: httpHandler(routes, deps) };
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
