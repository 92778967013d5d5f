import { expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { envelopeOf, uuid } from '../../test/support/facts.ts';
import { notificationsOver } from '../../test/support/inbox.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';

const caseIds = [uuid(1, 1), uuid(2, 1)];
let facts = 0;
const told = (type: string, of: { subject: string; sequence: number }, data: object) =>
  envelopeOf({ id: uuid((facts += 1), 14), type, ...of, data: { ...data } });

const submitted = (caseId: string) =>
  told(
    'intake.application-submitted.v1',
    { subject: caseId, sequence: 2 },
    {
      caseId,
      itemKey: 'survey',
      version: 1,
      district: 'gulou',
      partyId: 'p_company',
      departments: ['amr'],
      materials: [],
    },
  );
const changed = (caseId: string, state: string, reasonCode: string) => {
  const data = { caseId, state, reasonCode, provisional: false, withStage: true };
  return told('intake.case-changed.v2', { subject: caseId, sequence: 3 }, data);
};
const stage = (sequence: number, state: string, reasonCode: string) =>
  told(
    'intake.stage-changed.v1',
    { subject: uuid(1, 2), sequence },
    {
      bundleId: uuid(1, 2),
      projectId: uuid(1, 5),
      stage: 3,
      round: 1,
      partyId: 'p_company',
      state,
      at: '2026-08-03T01:00:00.000Z',
      reasonCode,
      lead: 'health',
      items: caseIds.map((caseId) => ({ itemKey: 'survey', caseId, department: 'amr' })),
    },
  );

test('the investor is told once of the notice and of the acceptance of a stage, whatever number of cases it has', async () => {
  const inbox = notificationsOver(fakeTable());
  const all = [
    ...caseIds.map(submitted),
    stage(2, 'handed-in', 'answer'),
    stage(3, 'noticed', 'give-notice'),
    ...caseIds.map((id) => changed(id, 'correcting', 'request-correction')),
    stage(4, 'accepted', 'accept-stage'),
    ...caseIds.map((id) => changed(id, 'accepted', 'accept')),
    stage(5, 'accepted', 'end-case'),
  ];
  for (const one of all) expect((await inbox.consume(sqsEvent(one, one))).batchItemFailures).toEqual([]);
  const { items } = await inbox.deps.inbox.inbox(['p_company'], { limit: 100, after: undefined });
  const messages = items.map(({ message }) => message).toSorted();
  expect(messages).toEqual(['stage-accepted', 'stage-noticed', 'submitted', 'submitted']);
  const line = items.find(({ message }) => message === 'stage-noticed');
  expect(line).toMatchObject({ bundleId: uuid(1, 2), bundleKey: 'stage-3' });
});
