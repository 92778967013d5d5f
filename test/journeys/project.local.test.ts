// Needs the clock, the channels and the faults of the local cloud.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf, daysAfter, endOf, isWeekend, nextDay, type Day } from '#shared/calendar';
import { agencyStory } from '../demo/agency.ts';
import { checked } from '../demo/story.ts';
import { startLocalJourney, type LocalJourney } from '../support/journey.ts';
import { localOf } from '../support/local.ts';

let journey: LocalJourney;
beforeAll(async () => {
  journey = await startLocalJourney({ begins: eveOfWorkingDay(new Date()) });
});
afterAll(() => journey?.stop());

const late = (day: Day): Date => new Date(endOf(day).getTime() - 10 * 60_000);

/** Ten minutes before a Monday to Friday, as each hour that passes there costs: an inspection waits for another day. */
function eveOfWorkingDay(now: Date): Date {
  const days = [0, 1, 2, 3].map((n) => daysAfter(dayOf(now), n));
  const eve = days.find((day) => late(day) > now && !isWeekend(nextDay(day)));
  return late(eve ?? dayOf(now));
}

// Without these faults it is the demonstration: `npm run demo -- agency`.
test('a factory goes from its filing to its completion, carried by an officer under a mandate, where every message comes twice and every second one is overtaken by others', async () => {
  const { cloud, hall } = journey;
  const { queues } = cloud.faults;
  queues.add({ kind: 'overtake', queue: 'Inbox', times: 100_000 });
  queues.add({ kind: 'deliver-twice', queue: '', times: 100_000 });
  const before = queues.fired();
  await agencyStory(hall, checked, localOf(cloud));
  await cloud.settle();
  expect(queues.fired() - before).toBeGreaterThan(500);
  const dead = Object.entries(cloud.counters().queues).filter(
    ([name, { ready }]) => name.includes('Dead') && ready > 0,
  );
  expect(dead).toEqual([]);
});
