import { expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { envelopeOf, uuid } from '../../test/support/facts.ts';
import { notificationsOver } from '../../test/support/inbox.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';

/** The lines of a party after these facts of Gulou's agency, each told twice. */
async function told(type: string, facts: readonly object[], partyId: string) {
  const inbox = notificationsOver(fakeTable());
  for (const [n, data] of facts.entries()) {
    const time = `2026-08-03T01:0${n}:00.000Z`;
    const event = envelopeOf({
      id: uuid(n + 1, 13),
      type,
      subject: uuid(1, 11),
      sequence: n + 1,
      time,
      data: { ...data },
    });
    expect((await inbox.consume(sqsEvent(event, event))).batchItemFailures).toEqual([]);
  }
  return (await inbox.deps.inbox.inbox([partyId], { limit: 100, after: undefined })).items;
}

const consultation = { consultationId: uuid(1, 11), asker: 'p_wang', to: 'team', dueOn: '2026-08-05' };

test('whoever asked is told that he is answered, and that he must say more; not what he does himself, nor who answers', async () => {
  const lines = await told(
    'agency.consultation-changed.v1',
    [
      { ...consultation, state: 'open', act: 'ask' },
      { ...consultation, state: 'open', act: 'take' },
      { ...consultation, state: 'asked-back', act: 'ask-back' },
      { ...consultation, state: 'open', act: 'tell' },
      { ...consultation, state: 'open', act: 'be-late', late: true },
      { ...consultation, state: 'answered', act: 'answer' },
      { ...consultation, state: 'closed', act: 'close' },
    ],
    'p_wang',
  );
  expect(lines.map(({ message }) => message)).toEqual(['consultation-answered', 'consultation-asked-back']);
  expect(lines[0]).toMatchObject({ consultationId: uuid(1, 11), district: 'gulou' });
});
