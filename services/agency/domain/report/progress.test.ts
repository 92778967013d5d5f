import { expect, test } from 'vitest';
import { shippedCalendars } from '#shared/calendars';
import { sixtyItems, told } from '../../../../test/bench/agency/plan.ts';
import { registered } from '../../../../test/support/officers.ts';
import type { ItemCase } from '../plan/item-case.ts';
import { planOf } from '../plan/plan-of.ts';
import { progressOf } from './progress.ts';

const today = '2026-03-02';
const caseId = 'c4e1a7b9-52d8-4f36-8a0d-1b9e7c3f5d28';

test('a project whose sixty items all were applied for is told of in one fact, with its envelope below 8 KB', () => {
  const keys = sixtyItems.stages.flatMap(({ items }) => items.map(({ key }) => key));
  const one: ItemCase = { caseId, state: 'granted', submitted: today, accepted: today, ended: today, pauses: [] };
  const cases = new Map(keys.map((key) => [key, one]));
  const plan = planOf(sixtyItems, { facts: told, cases, from: today, today, calendar: shippedCalendars });
  const progress = progressOf(registered(), { plan, cases, said: new Map(), rounds: [], today });
  expect(progress.items).toHaveLength(60);
  expect(Buffer.byteLength(JSON.stringify(progress))).toBeLessThan(7400);
});
