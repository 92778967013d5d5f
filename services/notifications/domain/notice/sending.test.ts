import { describe, expect, test } from 'vitest';
import { calendar2026 } from '#shared/calendars';
import { fc } from '../../../../test/support/property.ts';
import { correcting } from '../../../../test/support/sending.ts';
import { answered, begin, type Answer } from './answer.ts';
import { dueOf, type NoticeChange } from './change.ts';
import { createNotice, type Telling } from './create.ts';
import { deliveryGraph } from './graph.ts';
import type { Notice } from './notice.ts';
import { pass } from './pass.ts';
import { readBy } from './read.ts';

const at = (text: string) => new Date(text);
const start = at('2026-08-03T02:00:00Z');
const moment = (now: Date) => ({ now, calendar: [calendar2026] });
const later = (minutes: number) => moment(new Date(start.getTime() + minutes * 60_000));

const id = '7b0c7f5e-0000-4000-8000-0000000000aa';

const created = (changes: Partial<Telling> = {}): NoticeChange => {
  const change = createNotice(correcting(changes), { id, now: start });
  if (!change) throw new Error('no way');
  return change;
};
const begun = (notice: Notice, tries = 0, minutes = 0) => {
  const change = begin(notice, { n: 1, tries, provider: 'aliyun' }, later(minutes).now);
  if (!change) throw new Error('not begun');
  return change.notice;
};
const said = (notice: Notice, answer: Answer, minutes = 0) => answered(notice, 1, { answer, moment: later(minutes) });
const kinds = (change: NoticeChange | undefined) => change?.facts.map(({ type }) => type);

describe('a notice', () => {
  test('goes out at once on the first of its ways, and tells the sender so', () => {
    const { notice, facts } = created();
    expect(notice.deliveries).toMatchObject([{ channel: 'sms', state: 'created', reference: `${id}.1` }]);
    expect(notice.next).toEqual(['task']);
    expect(facts).toMatchObject([{ type: 'notifications.delivery-due.v1', data: { n: 1, lane: 'normal', tries: 0 } }]);
  });

  test('that nobody is told of but in the inbox is none', () => {
    expect(createNotice(correcting({ channels: [] }), { id, now: start })).toBeUndefined();
  });

  test('with a time of its own waits for that, and is told to the sender then', () => {
    const { notice, facts } = created({ sendAt: at('2026-08-03T06:00:00Z') });
    expect(facts).toEqual([]);
    expect(pass(notice, later(239))).toBeUndefined();
    expect(kinds(pass(notice, later(240)))).toEqual(['notifications.delivery-due.v1']);
  });

  test('is taken up once for each try: whoever is told of an earlier one comes too late', () => {
    const first = begun(created().notice);
    expect(begin(first, { n: 1, tries: 0 }, later(0).now)).toBeUndefined();
    expect(begin(first, { n: 1, tries: 1 }, later(1).now)?.act).toBe('again');
  });

  test('without an answer is tried again after 1, 5, 30 minutes, then hourly, and falls to the next channel after a day', () => {
    let notice = begun(created().notice);
    let minutes = 0;
    const waits: number[] = [];
    for (let tries = 1; ; tries++) {
      notice = said(notice, { is: 'silent', code: 'no-answer' }, minutes)?.notice ?? notice;
      const due = Math.round(((dueOf(notice)?.getTime() ?? 0) - start.getTime()) / 60_000);
      waits.push(due - minutes);
      minutes = due;
      const passed = pass(notice, later(minutes));
      if (passed?.act === 'give-up') {
        notice = passed.notice;
        break;
      }
      expect(passed?.act).toBe('queue');
      notice = begun(passed?.notice ?? notice, tries, minutes);
    }
    expect(waits.slice(0, 5)).toEqual([1, 5, 30, 60, 60]);
    expect(minutes).toBeGreaterThanOrEqual(24 * 60);
    expect(minutes).toBeLessThan(25 * 60 + 1);
    expect(notice.deliveries).toMatchObject([
      { channel: 'sms', state: 'technical-failure', failure: 'no-answer' },
      { channel: 'task', state: 'created' },
    ]);
  });

  test('that nobody takes up is told to the sender again after 20, 40 minutes, then hourly, and falls to the next channel after a day', () => {
    let { notice } = created();
    const waits: number[] = [];
    for (let minutes = 0; ;) {
      const due = ((dueOf(notice)?.getTime() ?? 0) - start.getTime()) / 60_000;
      waits.push(due - minutes);
      minutes = due;
      const passed = pass(notice, later(minutes));
      if (!passed) throw new Error('nothing is due');
      notice = passed.notice;
      if (passed.act === 'give-up') break;
      expect(passed.facts).toMatchObject([{ type: 'notifications.delivery-due.v1', data: { n: 1, tries: 0 } }]);
    }
    expect(waits.slice(0, 4)).toEqual([20, 40, 60, 60]);
    expect(waits.reduce((sum, wait) => sum + wait)).toBe(24 * 60);
    expect(notice.deliveries).toMatchObject([
      { channel: 'sms', state: 'technical-failure', failure: 'not-sent-for-a-day', reference: `${id}.1` },
      { channel: 'task', state: 'created' },
    ]);
  });

  test('whose next try nobody takes up is told again after 20 minutes: before that its queue still tries', () => {
    const tried = pass(begun(created().notice), later(1));
    expect(tried && dueOf(tried.notice)).toEqual(later(21).now);
    const again = tried && pass(tried.notice, later(21));
    expect(again?.facts).toMatchObject([{ data: { n: 1, tries: 1 } }]);
    expect(again && dueOf(again.notice)).toEqual(later(61).now);
  });

  test('of a case that is handed over is proved as sent, which does not count as served', () => {
    const change = said(begun(created().notice), { is: 'sent', providerRef: 'x' });
    expect(change?.facts).toMatchObject([{ data: { step: 'sent', channel: 'sms', counts: false } }]);
  });

  test('counts as served when it was delivered to an address that is confirmed for it, or read wherever', () => {
    const sent = said(begun(created().notice), { is: 'sent', confirmed: true })?.notice;
    const done = sent && said(sent, { is: 'delivered', at: later(3).now }, 3);
    expect(done?.facts).toMatchObject([{ data: { step: 'delivered', counts: true } }]);
    const plain = said(begun(created().notice), { is: 'delivered', at: start });
    expect(plain?.facts).toMatchObject([{ data: { step: 'delivered', counts: false } }]);
    const read = plain && readBy(plain.notice, { channel: 'inbox', at: later(9).now });
    expect(read?.facts).toMatchObject([{ data: { step: 'read', channel: 'inbox', counts: true } }]);
  });

  test('that nobody has read after two working days falls to the next channel, over a weekend later', () => {
    const friday = createNotice(correcting(), { id, now: at('2026-08-07T02:00:00Z') });
    const sent = friday && begin(friday.notice, { n: 1, tries: 0 }, at('2026-08-07T02:00:01Z'))?.notice;
    const handed = sent && answered(sent, 1, { answer: { is: 'sent' }, moment: moment(at('2026-08-07T02:00:02Z')) });
    expect(handed && dueOf(handed.notice)).toEqual(at('2026-08-11T15:59:59.999Z'));
    const fallen = handed && pass(handed.notice, moment(at('2026-08-11T16:00:00Z')));
    expect(fallen?.notice.deliveries.map(({ channel, state }) => [channel, state])).toEqual([
      ['sms', 'sent'],
      ['task', 'created'],
    ]);
    const read = handed && readBy(handed.notice, { channel: 'inbox', at: at('2026-08-10T02:00:00Z') });
    expect(read && pass(read.notice, moment(at('2026-08-12T16:00:00Z')))).toBeUndefined();
  });

  test('that a provider does not take goes to another at once, and waits where there is none', () => {
    const other = said(begun(created().notice), { is: 'away', code: 'down', elsewhere: true });
    expect(kinds(other)).toEqual(['notifications.delivery-due.v1']);
    expect(other?.notice.deliveries[0]).toMatchObject({ state: 'sending', away: ['aliyun'], provider: undefined });
    const none = said(begun(created().notice), { is: 'away', code: 'down', elsewhere: false });
    expect(kinds(none)).toEqual([]);
    expect(none && dueOf(none.notice)).toEqual(later(1).now);
  });
});

const terminal = (state: string) => !deliveryGraph.some(({ from }) => from.some((one) => one === state));

const answers: fc.Arbitrary<Answer> = fc.oneof(
  fc.constant<Answer>({ is: 'sent' }),
  fc.constant<Answer>({ is: 'delivered', at: start }),
  fc
    .constantFrom('permanent' as const, 'temporary' as const, 'technical' as const)
    .map((lasting): Answer => ({ is: 'failed', code: 'x', lasting })),
  fc.constant<Answer>({ is: 'silent', code: 'x' }),
  fc.boolean().map((elsewhere): Answer => ({ is: 'away', code: 'x', elsewhere })),
);

test('property: whatever is answered and however late, each delivery goes along its graph and a terminal state stays', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(answers, fc.integer({ min: 1, max: 3 }), fc.boolean()), { maxLength: 25 }), (all) => {
      let { notice } = created();
      let minutes = 0;
      for (const [answer, n, passes] of all) {
        minutes += 61;
        const was = notice;
        const tries = notice.deliveries[n - 1]?.tries ?? 0;
        notice = begin(notice, { n, tries }, later(minutes).now)?.notice ?? notice;
        notice = answered(notice, n, { answer, moment: later(minutes) })?.notice ?? notice;
        if (passes) notice = pass(notice, later(minutes))?.notice ?? notice;
        was.deliveries.forEach(({ state }, at) => {
          if (terminal(state)) expect(notice.deliveries[at]?.state).toBe(state);
        });
        expect(notice.deliveries.length).toBeLessThanOrEqual(2);
        expect(notice.deliveries.length + notice.next.length).toBe(2);
      }
    }),
    { numRuns: 200 },
  );
});
