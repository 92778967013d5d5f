import { describe, expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import type { Contact } from './contact.ts';
import { loudFrom, usualQuiet } from './quiet.ts';
import { together, ways } from './ways.ts';

const noon = new Date('2026-08-03T12:00:00+08:00');
const verifiedAt = new Date('2026-07-01T00:00:00Z');
const contact = (rest: Partial<Contact> = {}): Contact => ({
  partyId: 'p_wang',
  version: 1,
  addresses: [
    { channel: 'sms', value: '+8613800138000', verifiedAt },
    { channel: 'email', value: 'wang@example.com', verifiedAt, confirmedAt: verifiedAt },
    { channel: 'wechat', value: 'o123' },
  ],
  language: 'zh',
  optOuts: [],
  timelineHash: '',
  ...rest,
});
const usual = { kind: 'case', statutory: false, urgent: false } as const;
const all = ['sms', 'wechat', 'email', 'task'] as const;
const channelsOf = (who: Contact | undefined, told: Parameters<typeof ways>[1]['told'] = usual) =>
  ways(who, { told, channels: all }, noon).map(({ channel, official }) => [channel, official]);

describe('the ways of a notice', () => {
  test('are those of the rule, in its order, where he has proved an address to be his; the task of staff is the last', () => {
    expect(channelsOf(contact())).toEqual([
      ['sms', false],
      ['email', true],
      ['task', true],
    ]);
    expect(channelsOf(undefined)).toEqual([['task', true]]);
    expect(ways(contact(), { told: usual, channels: ['sms'] }, noon)).toHaveLength(1);
  });

  test('begin with the channel that he likes best, which a rule that does not have it does not get', () => {
    expect(channelsOf(contact({ preferred: 'email' }))[0]).toEqual(['email', true]);
    expect(ways(contact({ preferred: 'email' }), { told: usual, channels: ['sms'] }, noon)[0]?.channel).toBe('sms');
  });

  test('are fewer by what he opted out of, on one channel or on all; but for what the law wants told', () => {
    const optOuts = [{ kind: 'case', channel: 'sms' }] as const;
    expect(channelsOf(contact({ optOuts: [...optOuts] }))).toEqual([
      ['email', true],
      ['task', true],
    ]);
    expect(channelsOf(contact({ optOuts: [{ kind: 'case' }] }))).toEqual([['task', true]]);
    expect(channelsOf(contact({ optOuts: [{ kind: 'fee' }] }))).toHaveLength(3);
    expect(channelsOf(contact({ optOuts: [{ kind: 'case' }] }), { ...usual, statutory: true })).toHaveLength(3);
  });

  test('wait for the end of quiet hours; what is urgent and the task of staff do not', () => {
    const late = new Date('2026-08-03T23:30:00+08:00');
    const at = (urgent: boolean) =>
      ways(contact(), { told: { ...usual, urgent }, channels: all }, late).map(({ from }) => from);
    const morning = new Date('2026-08-04T08:00:00+08:00');
    expect(at(false)).toEqual([morning, morning, late]);
    expect(at(true)).toEqual([late, late, late]);
  });
});

test('whoever has several ids is told as he said under the first, at the addresses of all', () => {
  const other = contact({
    partyId: 'p_old',
    language: 'en',
    addresses: [{ channel: 'wechat', value: 'o9', verifiedAt }],
  });
  const one = together([contact(), other]);
  expect([one?.language, channelsOf(one).map(([channel]) => channel)]).toEqual([
    'zh',
    ['sms', 'wechat', 'email', 'task'],
  ]);
  expect(together([])).toBeUndefined();
});

// The model knows nothing of minutes and nights: it walks on, minute by minute, and asks a list of all minutes that are quiet.
const minutes = Array.from(
  { length: 1440 },
  (_, n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`,
);
function quietMinutes(from: string, until: string): Set<string> {
  const found = new Set<string>();
  for (let n = minutes.indexOf(from); minutes[n % 1440] !== until; n++) found.add(minutes[n % 1440] ?? '');
  return found;
}
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });

test('property: nothing is sent in quiet hours, over midnight or not, and nothing later than need be', () => {
  const time = fc.constantFrom(...minutes);
  const moment = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-12-31') });
  fc.assert(
    fc.property(time, time, moment, (from, until, ms) => {
      const quiet = quietMinutes(from, until);
      let wanted = new Date(ms);
      while (quiet.has(clock.format(wanted))) wanted = new Date(Math.floor(wanted.getTime() / 60_000 + 1) * 60_000);
      expect(loudFrom(new Date(ms), { from, until })).toEqual(wanted);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['2026-08-03T21:59:59+08:00', '2026-08-03T21:59:59+08:00'],
  ['2026-08-03T22:00:00+08:00', '2026-08-04T08:00:00+08:00'],
  ['2026-08-04T07:59:59+08:00', '2026-08-04T08:00:00+08:00'],
  ['2026-08-04T08:00:00+08:00', '2026-08-04T08:00:00+08:00'],
])('by the usual hours what comes at %s is sent at %s', (now, sent) => {
  expect(loudFrom(new Date(now), usualQuiet)).toEqual(new Date(sent));
});
