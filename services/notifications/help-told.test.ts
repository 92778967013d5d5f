import { expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { envelopeOf, uuid } from '../../test/support/facts.ts';
import { notificationsOver } from '../../test/support/inbox.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';

type Facts = readonly { [name: string]: unknown; district?: string }[];

/** The lines of a party after these facts of Gulou's agency, each told twice. */
async function told(type: string, facts: Facts, partyId: string) {
  const inbox = await heard(type, facts);
  return (await inbox.deps.inbox.inbox([partyId], { limit: 100, after: undefined })).items;
}

async function heard(type: string, facts: Facts) {
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
  return inbox;
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

test('the head of a department is told once of what it has not answered, and of what a meeting decided and it has not done, in time', async () => {
  const head = { district: 'gulou', role: 'head', department: 'mnr' } as const;
  const page = { limit: 100, after: undefined };
  const toldHead = async (type: string, facts: Facts) =>
    (await (await heard(type, facts)).deps.postInbox.inbox([head], page)).items;
  const asked = { ...consultation, to: 'department', department: 'mnr', state: 'open' };
  const late = { act: 'be-late', late: true };
  expect(
    await toldHead('agency.consultation-changed.v1', [
      { ...asked, act: 'ask' },
      { ...asked, ...late },
      { ...consultation, state: 'open', ...late },
    ]),
  ).toMatchObject([{ message: 'consultation-late', consultationId: uuid(1, 11), dueAt: '2026-08-05T15:59:59.999Z' }]);
  const task = { taskId: uuid(1, 11), meetingId: uuid(3), problemId: uuid(4), state: 'open', until: '2026-08-10' };
  expect(
    await toldHead('agency.task-changed.v1', [
      { ...task, department: 'mnr', act: 'set' },
      { ...task, department: 'mnr', ...late },
      { ...task, officer: 'p_officer', ...late },
    ]),
  ).toMatchObject([{ message: 'decision-late', problemId: uuid(4) }]);
});
