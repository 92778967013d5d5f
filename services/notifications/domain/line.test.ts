import { expect, test } from 'vitest';
import { lineOfBundle, lineOfChange, lineOfDelivery } from './line.ts';
import { messages, type Message } from './messages.ts';
import { words } from './words.ts';

const known = { id: 'case-1', partyId: 'p_company', itemKey: 'food-business-licence', district: 'gulou' };
const change = { caseId: 'case-1', provisional: false, reasonCode: 'x' };

test.each([
  [{ ...change, state: 'accepted' }, 'accepted'],
  [{ ...change, state: 'decided', outcome: 'granted' }, 'granted'],
  [{ ...change, state: 'decided', outcome: 'refused' }, 'refused'],
  [{ ...change, state: 'withdrawn' }, 'withdrawn'],
  [{ ...change, state: 'decided', outcome: 'granted', follows: { caseId: 'c', as: 'revoke' } }, 'revoke-granted'],
  [{ ...change, state: 'decided', outcome: 'refused', follows: { caseId: 'c', as: 'review' } }, 'review-refused'],
  [{ ...change, state: 'decided', outcome: 'granted', follows: { caseId: 'c', as: 'forward' } }, 'granted'],
  [{ ...change, state: 'suspended', follows: { caseId: 'c', as: 'revoke' } }, 'suspended'],
  [{ ...change, state: 'decided', outcome: 'granted', sanctions: { caseId: 'c', act: 'forfeit' } }, 'sanction-forfeit'],
  [{ ...change, state: 'decided', outcome: 'refused', sanctions: { caseId: 'c', act: 'resume' } }, 'sanction-refused'],
  [{ ...change, state: 'suspended', sanctions: { caseId: 'c', act: 'suspend' } }, 'suspended'],
] as const)('a change becomes one line of its case: %o', (data, message) => {
  const { id: caseId, ...about } = known;
  const event = { id: 'event-1', time: '2026-08-03T01:00:00.000Z', district: 'gulou', data };
  expect(lineOfChange(known, event)).toEqual({ ...about, id: 'event-1', caseId, at: event.time, message });
});

const step = { caseId: 'case-1', itemKey: 'food-business-licence', district: 'gulou', partyId: 'p_company' };

test.each([
  ['due', 'download', 'begin', 'result-ready'],
  ['due', 'window', 'begin', undefined],
  ['due', 'post', 'choose', undefined],
  ['ready', 'window', 'make-ready', 'result-ready'],
  ['sent', 'post', 'send', 'result-sent'],
  ['due', 'post', 'return', 'result-returned'],
  ['delivered', 'post', 'prove', 'result-delivered'],
] as const)('a delivery that is %s by %s after %s tells %s', (...[state, way, reasonCode, message]) => {
  const data = { ...step, state, way, reasonCode };
  const line = lineOfDelivery({ id: 'event-1', time: '2026-08-03T01:00:00.000Z', district: 'gulou', data });
  expect(line?.message).toBe(message);
});

test('what concerns a bundle as a whole is told of the bundle', () => {
  const data = {
    bundleId: 'b1',
    bundleKey: 'newborn',
    partyId: 'p_founder',
    state: 'done' as const,
    news: 'done' as const,
    dropped: [],
  };
  const event = { id: 'event-2', time: '2026-08-03T01:00:00.000Z', district: 'gulou', data };
  expect(lineOfBundle(event)).toEqual({
    id: 'event-2',
    partyId: 'p_founder',
    bundleId: 'b1',
    bundleKey: 'newborn',
    district: 'gulou',
    at: event.time,
    message: 'bundle-done',
  });
});

test('every message has its words in both languages, each its own', () => {
  const all: readonly Message[] = messages;
  expect(Object.keys(words).toSorted()).toEqual(all.toSorted());
  for (const language of ['zh', 'en'] as const) {
    const texts = all.map((message) => words[message][language]);
    expect(new Set(texts).size).toBe(all.length);
    for (const text of texts) expect(/\p{Script=Han}/u.test(text)).toBe(language === 'zh');
  }
});
