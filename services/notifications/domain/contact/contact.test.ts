import { describe, expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import { changed, type Wish } from './change.ts';
import { counted, judged, waitUntil, type SentCode } from './code.ts';
import type { Contact } from './contact.ts';
import { normalised } from './normalise.ts';

describe('an address is kept in one form', () => {
  test.each([
    '13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '+86 13800138000',
    '0086138 0013 8000',
    '１３８００１３８０００',
  ])('of %s', (written) => expect(normalised('sms', written)).toEqual({ value: '+8613800138000' }));

  test.each([
    ['sms', '+852 9123 4567', 'foreign-number'],
    ['sms', '+1 (415) 555-2671', 'foreign-number'],
    ['sms', '00886912345678', 'foreign-number'],
    ['sms', '12800138000', 'bad-number'],
    ['sms', '0591-87654321', 'bad-number'],
    ['sms', '1380013800', 'bad-number'],
    ['sms', '+86123', 'bad-number'],
    ['email', 'wang@', 'bad-mail'],
    ['email', 'a b@example.com', 'bad-mail'],
    ['email', 'wang@example', 'bad-mail'],
    ['email', 'a..b@example.com', 'bad-mail'],
    ['email', 'a@b.com, c@d.com', 'bad-mail'],
    ['email', 'a@b.com\r\nBcc:c@d.com', 'bad-mail'],
    ['wechat', 'short', 'bad-openid'],
    ['wechat', 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M<', 'bad-openid'],
  ] as const)('%s %s is refused: %s', (channel, written, fault) => {
    expect(normalised(channel, written)).toEqual({ fault });
  });

  test('the host of an e-mail address is the same in capitals, who has it need not be', () => {
    expect(normalised('email', ' Wang@Example.COM ')).toEqual({ value: 'Wang@example.com' });
  });
});

const verifiedAt = new Date('2026-07-01');
const found: Contact = {
  partyId: 'p_wang',
  version: 3,
  addresses: [{ channel: 'sms', value: '+8613800138000', verifiedAt, confirmedAt: verifiedAt }],
  language: 'zh',
  optOuts: [],
  timelineHash: 'h',
};
const wish = (rest: Partial<Wish> = {}): Wish => ({
  addresses: [{ channel: 'sms' }],
  language: 'zh',
  optOuts: [],
  ...rest,
});

describe('a changed contact', () => {
  test('keeps what was proved of an address that stays, whether it is named again or not', () => {
    for (const one of [{ channel: 'sms' }, { channel: 'sms', value: '138 0013 8000' }] as const) {
      expect(changed(found, wish({ addresses: [one] }), 'p_wang')).toMatchObject({
        contact: { version: 4, addresses: found.addresses },
      });
    }
  });

  test('has another address only as one that is to be proved and confirmed anew', () => {
    const next = changed(found, wish({ addresses: [{ channel: 'sms', value: '13900139000' }] }), 'p_wang');
    expect(next).toMatchObject({ contact: { addresses: [{ channel: 'sms', value: '+8613900139000' }] } });
    expect(JSON.stringify(next)).not.toContain('verifiedAt');
  });

  test.each([
    [{ addresses: [{ channel: 'email' }] }, '/addresses/0/value', 'no-address'],
    [{ addresses: [{ channel: 'sms' }, { channel: 'sms' }] }, '/addresses/1/channel', 'twice'],
    [{ addresses: [{ channel: 'sms', value: '+85291234567' }] }, '/addresses/0/value', 'foreign-number'],
    [{ preferred: 'email' }, '/preferred', 'no-address'],
    [{ optOuts: [{ kind: 'account' }] }, '/optOuts/0/kind', 'not-optional'],
  ] satisfies [Partial<Wish>, string, string][])('is refused by its place: %o', (rest, pointer, fault) => {
    expect(changed(found, wish(rest), 'p_wang')).toEqual({ faults: [{ pointer, fault }] });
  });
});

const at = (minutes: number) => new Date(Date.parse('2026-08-03T02:00:00Z') + minutes * 60_000);

test('property: of any askings never more than one a minute, five an hour, ten a day go out, and none waits that need not', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3 * 24 * 60 }), { maxLength: 80 }), (minutes) => {
      const went: number[] = [];
      let kept: Date[] = [];
      for (const minute of minutes.toSorted((a, b) => a - b)) {
        const within = (span: number) => went.filter((one) => one > minute - span).length;
        const may = within(1) < 1 && within(60) < 5 && within(24 * 60) < 10;
        expect(waitUntil(kept, at(minute)) === undefined).toBe(may);
        if (may) {
          went.push(minute);
          kept = counted(kept, at(minute));
        }
      }
    }),
  );
});

describe('a code', () => {
  const code: SentCode = {
    id: '0190a5b2-0000-7000-8000-000000000001',
    version: 1,
    channel: 'sms',
    value: '+86',
    sentAt: at(0),
    tries: 0,
  };
  const say = (one: SentCode | undefined, isRight: boolean, { minutes = 1, value = '+86' } = {}) =>
    judged(one, { isRight, value, now: at(minutes) });

  test('is tried five times, within ten minutes, for the address that it was sent to', () => {
    let kept = code;
    for (const left of [4, 3, 2, 1, 0]) {
      const said = say(kept, false);
      expect(said).toMatchObject({ is: 'wrong', left });
      if (said.is === 'wrong') kept = said.code;
    }
    expect(say(kept, true)).toEqual({ is: 'over' });
    expect([say(code, true, { minutes: 9.99 }).is, say(code, true, { minutes: 10 }).is]).toEqual(['right', 'over']);
    expect([say(code, true, { value: '+87' }).is, say(undefined, true).is]).toEqual(['over', 'over']);
  });
});
