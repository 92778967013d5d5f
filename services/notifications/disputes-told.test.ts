import { beforeEach, expect, test } from 'vitest';
import type { Envelope } from '#events/event';
import { fakeTable } from '#shared/table.fake';
import { envelopeOf, uuid } from '../../test/support/facts.ts';
import { factsOfCase, notificationsOver } from '../../test/support/inbox.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';

const provider = { district: 'fuzhou', department: 'amr' };
let facts = 0;
const disputed = (said: object): Envelope =>
  envelopeOf({
    id: uuid((facts += 1), 12),
    type: 'materials.dispute-changed.v1',
    subject: uuid(1, 11),
    sequence: facts,
    district: 'fuzhou',
    time: `2026-08-03T01:0${facts}:00.000Z`,
    data: {
      disputeId: uuid(1, 11),
      partyId: 'p_company',
      resource: 'legal-entity',
      caseId: uuid(1, 1),
      requirement: 'business-licence',
      state: 'open',
      provider,
      ...said,
    },
  });

let inbox: ReturnType<typeof notificationsOver>;
beforeEach(async () => {
  facts = 0;
  inbox = notificationsOver(fakeTable());
  await inbox.consume(sqsEvent(...factsOfCase(1, ['submitted'])));
});
const page = { limit: 100, after: undefined };
const party = async () => {
  const { items } = await inbox.deps.inbox.inbox(['p_company'], page);
  return items.filter(({ message }) => message !== 'submitted');
};
const head = async (department = 'amr') => {
  const { items } = await inbox.deps.postInbox.inbox([{ district: 'fuzhou', role: 'head', department }], page);
  return items.map(({ message, dueAt }) => [message, dueAt]);
};

test('a dispute, that it is late, and its answer are told to the party; what is to be answered to the head of who holds the register', async () => {
  const told = [
    disputed({ answerBy: '2026-08-17' }),
    disputed({ late: true, answerBy: '2026-08-17' }),
    disputed({ state: 'kept' }),
  ];
  await inbox.consume(sqsEvent(...told, ...told));
  expect((await party()).map(({ message }) => message)).toEqual(['dispute-kept', 'dispute-late', 'dispute-open']);
  expect((await party())[0]).toMatchObject({ caseId: uuid(1, 1), district: 'gulou' });
  const by = '2026-08-17T15:59:59.999Z';
  expect(await head()).toEqual([
    ['dispute-late', by],
    ['dispute-to-answer', by],
  ]);
  expect(await head('health')).toEqual([]);
});

test('what is taken back its party knows; the head learns that he need not answer', async () => {
  await inbox.consume(sqsEvent(disputed({}), disputed({ state: 'withdrawn' })));
  expect((await party()).map(({ message }) => message)).toEqual(['dispute-open']);
  expect(await head()).toEqual([
    ['dispute-taken-back', undefined],
    ['dispute-to-answer', undefined],
  ]);
});
