import type { CatalogueFault } from './faults.ts';
import type { Item, Limit } from './item.ts';
import { isShorter, isWithin } from './promise.ts';

export const words = ({ n, unit }: Limit) => `${n} ${unit}`;

/** What its limits say against each other, in the catalogue itself. */
export function limitFaults(item: Pick<Item, 'kind' | 'legalLimit' | 'promisedLimit' | 'steps'>): CatalogueFault[] {
  return [...promiseFaults(item), ...stepFaults(item)];
}

/** A promise may shorten the legal limit, never lengthen it (优化营商环境条例 art. 36): in no calendar does it end later. */
function promiseFaults(item: Pick<Item, 'kind' | 'legalLimit' | 'promisedLimit'>): CatalogueFault[] {
  const { legalLimit, promisedLimit } = item;
  const about = `${words(legalLimit)}, ${legalLimit.from}, ${legalLimit.of}`;
  return [
    ...(isLawful(promisedLimit, legalLimit)
      ? []
      : [{ path: ['promisedLimit'], code: 'promise-too-long' as const, about }]),
    ...(isOfNoTime(item, promisedLimit)
      ? [{ path: ['promisedLimit', 'n'], code: 'promise-of-no-time' as const, about: words(promisedLimit) }]
      : []),
  ];
}

/** Some legal limits bind the applicant (竣工验收备案): the office then promises to be done within the same time. */
const isLawful = (promised: Limit, legal: Limit): boolean =>
  isWithin(legal.of === 'applicant' ? { ...promised, of: legal.of } : promised, legal);

/** A promise of no time is broken with the acceptance, except where the decision comes with it: 即办件, 备案. */
export function isOfNoTime({ kind, legalLimit }: Pick<Item, 'kind' | 'legalLimit'>, { n }: Pick<Limit, 'n'>): boolean {
  return n === 0 && kind !== 1 && legalLimit.n > 0;
}

/** Steps that all take the time they have must not break the promise: the step with which they surely would is named. */
function stepFaults({ steps = [], promisedLimit }: Pick<Item, 'promisedLimit' | 'steps'>): CatalogueFault[] {
  const fits = (n: number) => !isShorter(promisedLimit, { ...promisedLimit, n, unit: 'working-day' });
  return stepSpans(steps).flatMap(({ begins, ends }, n) =>
    fits(begins) && !fits(ends)
      ? [
          {
            path: ['steps', n, 'days'],
            code: 'steps-too-long' as const,
            about: `${ends} working-day > ${words(promisedLimit)}`,
          },
        ]
      : [],
  );
}

/**
 * After how many working days each step begins and ends where all take the time they have: a serial one begins when all before
 * it are done, a parallel one with the others since the last serial one. What has no limit of its own takes none here.
 */
function stepSpans(steps: NonNullable<Item['steps']>): { begins: number; ends: number }[] {
  let [sinceSerial, allDone] = [0, 0];
  return steps.map(({ mode, days = 0 }) => {
    const begins = mode === 'serial' ? allDone : sinceSerial;
    const ends = begins + days;
    allDone = Math.max(allDone, ends);
    if (mode === 'serial') sinceSerial = ends;
    return { begins, ends };
  });
}
