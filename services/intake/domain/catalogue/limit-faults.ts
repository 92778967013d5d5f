import type { CatalogueFault } from './faults.ts';
import type { Item, Limit } from './item.ts';
import { isLonger } from './promise.ts';

export const words = ({ n, unit }: Limit) => `${n} ${unit}`;

/** What its limits say against each other, in the catalogue itself. */
export function limitFaults(item: Pick<Item, 'legalLimit' | 'promisedLimit' | 'steps'>): CatalogueFault[] {
  return [...promiseFaults(item), ...stepFaults(item)];
}

/** A promise may shorten the legal limit, never lengthen it (优化营商环境条例 art. 36). */
function promiseFaults({ legalLimit, promisedLimit }: Pick<Item, 'legalLimit' | 'promisedLimit'>): CatalogueFault[] {
  const longer = isLonger(promisedLimit, legalLimit);
  return longer ? [{ path: ['promisedLimit'], code: 'promise-too-long', about: words(legalLimit) }] : [];
}

/** Steps that all take the time they have must not break the promise: the step with which they would is named. */
function stepFaults({ steps = [], promisedLimit }: Pick<Item, 'promisedLimit' | 'steps'>): CatalogueFault[] {
  const fits = (n: number) => !isLonger({ ...promisedLimit, n, unit: 'working-day' }, promisedLimit);
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
