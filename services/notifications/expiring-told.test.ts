import { expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { envelopeOf, uuid } from '../../test/support/facts.ts';
import { notificationsOver } from '../../test/support/inbox.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';

test('that a document or a licence ends within thirty days is told to its owner, once, with its last moment', async () => {
  const inbox = notificationsOver(fakeTable());
  const expiring = envelopeOf({
    id: uuid(1, 12),
    type: 'materials.material-expiring.v1',
    subject: uuid(1, 11),
    sequence: 5,
    district: 'fuzhou',
    time: '2026-08-03T01:00:00.000Z',
    data: { materialId: uuid(1, 11), version: 1, partyId: 'p_company', type: 'lease', validUntil: '2026-09-01' },
  });
  await inbox.consume(sqsEvent(expiring, expiring));
  const { items } = await inbox.deps.inbox.inbox(['p_company'], { limit: 100, after: undefined });
  expect(items).toMatchObject([
    { message: 'material-expiring', materialId: uuid(1, 11), district: 'fuzhou', dueAt: '2026-09-01T15:59:59.999Z' },
  ]);
});
