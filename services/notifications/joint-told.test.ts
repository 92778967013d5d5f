import { expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { envelopeOf, uuid } from '../../test/support/facts.ts';
import { notificationsOver } from '../../test/support/inbox.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';
import { valuesOf } from './domain/edition/values.ts';

const about = { projectId: uuid(2), stage: 4, investor: 'p_company' };

/** The lines of the investor, the first first, after these facts of Gulou's agency, each told twice. */
async function told(type: string, facts: readonly Record<string, unknown>[]) {
  const inbox = notificationsOver(fakeTable());
  for (const [n, given] of facts.entries()) {
    const time = `2026-08-03T01:0${n}:00.000Z`;
    const data = { ...about, ...given };
    const of = { id: uuid(n + 1, 13), type, subject: uuid(1, 11), sequence: n + 1, time, district: 'gulou' };
    const event = envelopeOf({ ...of, data });
    expect((await inbox.consume(sqsEvent(event, event))).batchItemFailures).toEqual([]);
  }
  const { items } = await inbox.deps.inbox.inbox(['p_company'], { limit: 100, after: undefined });
  return items.toReversed();
}

test('the investor is told of remarks on its drawings that it must meet, and of the opinion; not whose turn it is else', async () => {
  const review = { reviewId: uuid(1, 11), round: 1 };
  const lines = await told('agency.drawing-review-changed.v1', [
    { ...review, state: 'in-review', act: 'open' },
    { ...review, state: 'with-designer', act: 'close-round' },
    { ...review, state: 'in-review', act: 'resubmit', round: 2 },
    { ...review, state: 'to-conclude', act: 'close-round', round: 2 },
    { ...review, state: 'passed', act: 'pass', round: 2 },
    { ...review, state: 'failed', act: 'fail', round: 2 },
    { ...review, state: 'withdrawn', act: 'withdraw', round: 2 },
  ]);
  expect(lines.map(({ message }) => message)).toEqual(['drawings-remarked', 'drawings-passed', 'drawings-failed']);
  expect(lines[0]).toMatchObject({ reviewId: uuid(1, 11), district: 'gulou' });
});

test('the investor is told the day of a visit each time that one is announced, what to mend until when, and the opinion', async () => {
  const visit = { visitId: uuid(1, 11), day: '2026-08-05' };
  const lines = await told('agency.visit-changed.v1', [
    { ...visit, state: 'announced', act: 'announce' },
    { ...visit, state: 'announced', act: 'announce', day: '2026-08-06' },
    { ...visit, state: 'visited', act: 'hold' },
    { ...visit, state: 'to-rectify', act: 'close', until: '2026-08-20' },
    { ...visit, state: 'to-recheck', act: 'rectify' },
    { ...visit, state: 'to-conclude', act: 'accept' },
    { ...visit, state: 'passed', act: 'pass' },
    { ...visit, state: 'failed', act: 'fail' },
  ]);
  const values = lines.flatMap((line) => (line.message === 'batch' ? [] : [[line.message, valuesOf(line)]]));
  expect(values).toMatchObject([
    ['visit-announced', { on: '2026-08-05' }],
    ['visit-announced', { on: '2026-08-06' }],
    ['visit-to-rectify', { due: '2026-08-20' }],
    ['visit-passed', {}],
    ['visit-failed', {}],
  ]);
  expect(lines[0]).toMatchObject({ visitId: uuid(1, 11), dueAt: '2026-08-05T15:59:59.999Z' });
});
