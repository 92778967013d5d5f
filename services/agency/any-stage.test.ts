import { expect, test } from 'vitest';
import type { Envelope } from '#events/event';
import { openStages } from '../../test/support/agency-stages.ts';
import { tellerOf, toldOfStage } from '../../test/support/case-teller.ts';
import { fc } from '../../test/support/property.ts';

const keys = ['project-filing', 'site-opinion', 'land-planning-permit', 'heritage-survey'] as const;
/** What each of them waits for. */
const before: Record<string, string> = { 'site-opinion': 'project-filing', 'land-planning-permit': 'site-opinion' };

interface Fate {
  outcome: 'granted' | 'refused' | 'withdrawn' | 'open';
  days: number;
  pause?: number | undefined;
}
const fate = fc.record<Fate>({
  outcome: fc.constantFrom('granted', 'granted', 'granted', 'refused', 'withdrawn', 'open'),
  days: fc.integer({ min: 1, max: 4 }),
  pause: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
});

interface Lived {
  day: number;
  outcome: Fate['outcome'] | 'stopped' | 'waiting';
}

/** How the cases of a stage go, item by item: the model, and what intake tells of it. */
function live(projectId: string, fates: readonly Fate[]) {
  const lived = new Map<string, Lived>();
  const facts: Envelope[] = [];
  for (const [n, key] of keys.entries()) {
    const needed = lived.get(before[key] ?? '') ?? { day: 5, outcome: 'granted' };
    const { outcome, days, pause = 0 } = fates[n] ?? { outcome: 'open', days: 1 };
    if (needed.outcome !== 'granted') {
      const isOpen = needed.outcome === 'open' || needed.outcome === 'waiting';
      lived.set(key, { day: needed.day, outcome: isOpen ? 'waiting' : 'stopped' });
      continue;
    }
    const teller = tellerOf(projectId, n + 1);
    const start = needed.day;
    facts.push(teller.submitted(n === 0 || n === 3 ? 4 : start, key), teller.changed([3, start], 'accepted'));
    if (pause > 0) facts.push(teller.changed([4, start], 'suspended'), teller.changed([5, start + pause], 'accepted'));
    const day = start + pause + days;
    lived.set(key, { day, outcome });
    if (outcome === 'withdrawn') facts.push(teller.changed([6, day], 'withdrawn'));
    else if (outcome !== 'open') facts.push(teller.changed([6, day], 'decided', { outcome }));
  }
  const bundle = { projectId, stage: 1 };
  facts.push(
    toldOfStage(bundle, [2, 4], { state: 'handed-in' }),
    toldOfStage(bundle, [3, 5], { state: 'noticed' }),
    toldOfStage(bundle, [4, 5], { state: 'accepted' }),
  );
  return { facts, lived };
}

/** The one state in which a stage is, by the ends of its items. */
function endOf(lived: ReadonlyMap<string, Lived>): string {
  const ends = new Set([...lived.values()].map(({ outcome }) => outcome));
  if (ends.has('open') || ends.has('waiting')) return 'accepted';
  if (ends.has('granted')) return ends.size === 1 ? 'granted' : 'partly-granted';
  return ends.has('refused') ? 'refused' : 'given-up';
}

const story = fc.record({
  fates: fc.array(fate, { minLength: 4, maxLength: 4 }),
  order: fc.array(fc.nat(1000), { minLength: 60, maxLength: 60 }),
});

test('a stage is in exactly one state, its project too, whatever order facts come in and how often', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ fates, order }) => {
      const { stageAct, id, hear, round, project, at } = await openStages();
      await stageAct('plan');
      const { facts, lived } = live(id, fates);
      const shuffled = [...facts, ...facts]
        .map((fact, n) => ({ fact, place: order[n] ?? 0 }))
        .toSorted((a, b) => a.place - b.place);
      for (const { fact } of shuffled) await hear(fact);
      at(31);
      const found = await round();
      const standings = found.items.map((item: { itemKey: string; standing: string }) => [item.itemKey, item.standing]);
      expect(standings).toEqual(
        keys.map((key) => {
          const outcome = lived.get(key)?.outcome ?? 'open';
          return [key, outcome === 'withdrawn' ? 'ended' : outcome];
        }),
      );
      expect(found).toMatchObject({ status: endOf(lived), acceptedAt: '2026-08-05T02:00:00.000Z' });
      expect(await project()).toMatchObject({ status: 'in-approval', approvalBegan: '2026-08-05T02:00:00.000Z' });
    }),
    { numRuns: 12 },
  );
});

test('no item of any round is told without what it needs, or beside what is granted', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fate, { minLength: 4, maxLength: 4 }), async (fates) => {
      const { stageAct, id, hear, planned, at } = await openStages();
      await stageAct('plan');
      const { facts, lived } = live(id, fates);
      for (const fact of facts) await hear(fact);
      at(31);
      await stageAct('reopen');
      const granted = new Set([...lived].flatMap(([key, { outcome }]) => (outcome === 'granted' ? [key] : [])));
      for (const { data } of planned().filter((one) => one.data['round'] === 2)) {
        const items = readItems(data['items']);
        const inside = new Set(items.map(({ itemKey }) => itemKey));
        for (const { itemKey, needs } of items) {
          const needed = before[itemKey];
          expect(granted.has(itemKey)).toBe(false);
          expect(needs).toEqual(needed === undefined || granted.has(needed) ? [] : [needed]);
          expect(needs.every((key) => inside.has(key))).toBe(true);
        }
      }
    }),
    { numRuns: 8 },
  );
});

const readItems = (items: unknown): { itemKey: string; needs: string[] }[] => JSON.parse(JSON.stringify(items));
