import { fc } from '../property.ts';
import type { Deed } from './acting.ts';
import { kinds, type Kind } from './items.ts';
import { names, type Name } from './people.ts';
import { deeds } from './turn.ts';

// Before and in the Spring Festival, in a common week, before National Day, and before a year that nobody has published.
const starts = ['02-06 10:00', '02-18 10:00', '08-03 10:00', '09-24 23:50', '12-15 10:00'];

type Kept<One> = One extends fc.Arbitrary<infer Value> ? Value : never;

/** How a life begins: with an item of some kind, handed in most often; the days of its step fit into the promise. */
export const beginning = fc
  .record({
    start: fc.constantFrom(...starts),
    kind: fc.constantFrom<Kind>(
      'promised',
      'promised',
      'commitment',
      ...Object.keys(kinds).filter((one): one is Kind => one in kinds),
    ),
    promise: fc.record({
      n: fc.integer({ min: 2, max: 8 }),
      unit: fc.constantFrom('working-day' as const, 'day' as const),
    }),
    renewal: fc.option(fc.integer({ min: 3, max: 24 }), { nil: undefined, freq: 3 }),
    aim: fc.constantFrom(...deeds),
    draft: fc.constantFrom(true, false, ...Array<undefined>(6)),
  })
  .chain((first) => {
    const most = first.promise.unit === 'day' ? first.promise.n - 1 : first.promise.n;
    return fc.integer({ min: 1, max: most }).map((stepDays) => ({ ...first, stepDays }));
  });
export type Beginning = Kept<typeof beginning>;

/** Which deed is done: one that can be, or what could be done by another than who tries. Some are tried at random. */
export interface Pick {
  name: number;
  person: number;
  vain: boolean;
}
/** Whom and what a deed is about: most are such as can be done now, or cases would seldom come far. */
export type Wish = Deed & { n: number; pick: Pick | undefined };

const pick: fc.Arbitrary<Pick | undefined> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ name: fc.nat(), person: fc.nat(), vain: fc.constantFrom(true, false, false) }),
  },
  { weight: 1, arbitrary: fc.constant(undefined) },
);
const wish: fc.Arbitrary<Wish> = fc.record({
  name: fc.constantFrom(...deeds),
  person: fc.constantFrom<Name>(...names),
  n: fc.nat({ max: 40 }),
  days: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 16 })),
  grant: fc.boolean(),
  defer: fc.boolean(),
  pick,
});

const minutes = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 600 }) },
  { weight: 6, arbitrary: fc.integer({ min: 600, max: 9000 }) },
  { weight: 1, arbitrary: fc.constant(61 * 24 * 60) },
);

/** What happens next: a deed, time, the hourly walk, an amended year, a new one, or that the item is withdrawn for another. */
const step = fc.oneof(
  { weight: 12, arbitrary: fc.record({ wish }) },
  { weight: 4, arbitrary: fc.record({ minutes }) },
  { weight: 3, arbitrary: fc.constant({ tick: true as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ turn: fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 5 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ publish: true as const }) },
  { weight: 1, arbitrary: fc.constant({ replace: true as const }) },
);
export type Step = Kept<typeof step>;
/** Without a bias towards the ends of each range, which would pick the same deeds again and again. */
export const steps = fc.noBias(fc.array(step, { minLength: 25, maxLength: 50 }));
