import { expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import { applicationOf } from '../../cases.fake.ts';
import { hasResult } from '../case/asked.ts';
import { deliveryOf, type Delivery } from './delivery.ts';
import type { DeliveryWay } from './state.ts';
import {
  begin,
  choose,
  comeBack,
  download,
  handOver,
  makeReady,
  proveCarriage,
  restore,
  send,
  takeBack,
  warnLate,
} from './act.ts';
import { deliveryActions, deliveryRefusal } from './graph.ts';
import type { DeliveryAct } from './state.ts';

const at = new Date('2026-08-12T02:00:00Z');
const decided = applicationOf({ state: 'decided', outcome: 'granted', decidedAt: at });
const everybody = ['applicant', 'window', 'approver', 'clock'] as const;
const by = { capacities: everybody, departments: 'any' as const, actor: { sub: 'x', partyId: 'p_x', orgs: [] } };
const given = { at, by, district: 'gulou' };
const entry = {
  hall: 'gulou-hall',
  clerk: 'x',
  office: 'gulou/window',
  documentsSeen: [],
  originalChecked: false,
  signatureKept: false,
};

/** Every act with a body; the way that is chosen says what the next ones need. */
const ways: Record<string, (found: Delivery, way: DeliveryWay) => ReturnType<typeof handOver>> = {
  choose: (found, way) => choose(found, { ...given, body: { way } }),
  'make-ready': (found) => makeReady(found, { ...given, body: { code: 'A2B3C4', hall: entry.hall } }),
  send: (found) => send(found, { ...given, body: { carrier: 'EMS', trackingNumber: 'E1' } }),
  return: (found) => comeBack(found, { ...given, body: { reason: '查无此人' } }),
  download: (found) => download(found, { ...given, body: {} }),
  'hand-over': (found) => handOver(found, { ...given, body: { entry, entitled: { saw: 'identity' } } }),
  prove: (found) => proveCarriage(found, { ...given, body: { takenBy: 'other', takenAt: at } }),
  warn: (found) => warnLate(found),
  'take-back': (found) => takeBack(found, { at, caseId: 'revocation' }),
  restore: (found) => restore(found, given),
};

// The rules by hand: what may be done from where, and what must be so. What was taken back comes back to where it stood.
interface Seen {
  state: string;
  way: string;
  warned: boolean;
  stood?: string | undefined;
}
const rules: Record<string, (found: Seen) => string | undefined> = {
  choose: ({ state }) => (state === 'due' || state === 'ready' ? 'due' : undefined),
  'make-ready': ({ state, way }) => (state === 'due' && way === 'window' ? 'ready' : undefined),
  send: ({ state, way }) => (state === 'due' && way === 'post' ? 'sent' : undefined),
  return: ({ state }) => (state === 'sent' ? 'due' : undefined),
  download: ({ state }) => (state === 'due' || state === 'ready' ? 'delivered' : undefined),
  'hand-over': ({ state }) => (state === 'due' || state === 'ready' ? 'delivered' : undefined),
  prove: ({ state }) => (state === 'sent' ? 'delivered' : undefined),
  warn: ({ state, warned }) => (state !== 'delivered' && state !== 'taken-back' && !warned ? state : undefined),
  'take-back': ({ state }) => (state === 'taken-back' ? undefined : 'taken-back'),
  restore: ({ state, stood }) => (state === 'taken-back' ? stood : undefined),
};
const names = Object.keys(rules);
const isAct = (name: string): name is DeliveryAct => name in rules;

test('property: whatever is tried, a result goes its way, is proved once, and stays delivered or comes back to where it was taken back from', () => {
  const step = fc.record({ name: fc.constantFrom(...names), way: fc.constantFrom('download', 'window', 'post') });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let now = begin(decided, 'gulou').delivery;
      let stood: string | undefined;
      for (const { name, way } of steps) {
        const to = rules[name]?.({ ...now, stood });
        expect(isAct(name) && deliveryRefusal(now, name, by)).toBe(to ? undefined : 'wrong-state');
        expect(deliveryActions(now, by).some((one) => one === name)).toBe(to !== undefined);
        if (!to) continue;
        if (name === 'take-back') stood = now.state;
        const change = ways[name]?.(now, way);
        if (!change || 'refused' in change) throw new Error('the graph has it and the act refuses it');
        expect(change.delivery).toMatchObject({ state: to, version: now.version + 1 });
        now = change.delivery;
        expect(now.proof !== undefined).toBe((now.state === 'taken-back' ? stood : now.state) === 'delivered');
      }
    }),
  );
});

test.each([
  ['granted', true],
  ['refused', true],
  ['not-accepted', false],
  ['void', false],
  ['forwarded', false],
  ['no-correction', false],
] as const)('a case that ended as %s has a result: %s', (outcome, expected) => {
  expect(hasResult({ state: 'decided', outcome })).toBe(expected);
});

test('whoever came to a desk picks up, unless he says otherwise', () => {
  expect(deliveryOf({ ...decided, channel: 'app' }).way).toBe('download');
  expect(deliveryOf({ ...decided, channel: 'hotline' }).way).toBe('window');
});
