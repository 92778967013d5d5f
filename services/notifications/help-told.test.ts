import { expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { envelopeOf, uuid } from '../../test/support/facts.ts';
import { notificationsOver } from '../../test/support/inbox.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';

/** The lines of a party after these facts of Gulou's agency, each told twice. */
async function told(type: string, facts: readonly { [name: string]: unknown; district?: string }[], partyId: string) {
  const inbox = notificationsOver(fakeTable());
  for (const [n, { district = 'gulou', ...data }] of facts.entries()) {
    const time = `2026-08-03T01:0${n}:00.000Z`;
    const event = envelopeOf({
      id: uuid(n + 1, 13),
      type,
      subject: uuid(1, 11),
      sequence: n + 1,
      time,
      district,
      data,
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

const problem = {
  problemId: uuid(1, 11),
  projectId: uuid(2),
  home: 'gulou',
  kind: 'land',
  investor: 'p_company',
  raiser: { kind: 'officer', partyId: 'p_officer' },
};

test('the investor is told that a problem has gone up, each time, and once that it is solved, whoever raised it', async () => {
  const lines = await told(
    'agency.problem-changed.v1',
    [
      { ...problem, state: 'raised', act: 'raise', level: 'district' },
      { ...problem, state: 'escalated', act: 'escalate', level: 'city' },
      { ...problem, district: 'fuzhou', state: 'to-report', act: 'escalate', level: 'province' },
      { ...problem, district: 'fuzhou', state: 'solved', act: 'solve', level: 'province' },
      { ...problem, state: 'solved', act: 'solve', level: 'province' },
      { ...problem, state: 'closed', act: 'lapse', level: 'province' },
    ],
    'p_company',
  );
  expect(lines.map(({ message }) => message)).toEqual(['problem-solved', 'problem-escalated', 'problem-escalated']);
  const line = { district: 'gulou', problemId: uuid(1, 11) };
  expect(lines).toMatchObject([line, line, line]);
});

test('the investor is told of each guidance sheet that is given out for its project', async () => {
  const sheet = { guidanceId: uuid(1, 11), projectId: uuid(2), investor: 'p_company' };
  const lines = await told(
    'agency.guidance-given.v1',
    [
      { ...sheet, n: 1 },
      { ...sheet, n: 2 },
    ],
    'p_company',
  );
  const line = { message: 'guidance-given', projectId: uuid(2) };
  expect(lines).toMatchObject([line, line]);
});
