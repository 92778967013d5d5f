import { countWithin, percentile } from './buckets.ts';
import type { Counter } from './counted.ts';

/** By what figures are told apart. */
export const dimensions = ['day', 'district', 'channel', 'provider', 'template'] as const;
export type Dimension = (typeof dimensions)[number];

/** The counters of one day, district, channel, provider and template. */
export interface Cell extends Record<Dimension, string> {
  counts: Partial<Record<Counter, number>>;
}

/** What came of what was wanted to be sent, and how long it took until it was handed over. */
export interface Figure extends Partial<Record<Dimension, string>> {
  sent: number;
  delivered: number;
  read: number;
  permanentFailure: number;
  temporaryFailure: number;
  technicalFailure: number;
  /** Of those that were sent to others, in seconds. */
  handedOver: { within10s: number; half: number | null; ninetyFive: number | null };
}

/** The cells summed up by these dimensions, in their order. */
export function figuresBy(cells: readonly Cell[], by: readonly Dimension[]): Figure[] {
  const named = (cell: Cell) => by.map((one) => cell[one]).join('#');
  return [...Map.groupBy(cells, named)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, all]) => ({ ...Object.fromEntries(by.map((one) => [one, all[0]?.[one] ?? ''])), ...figureOf(all) }));
}

/** What all of them come to. */
export function figureOf(cells: readonly Cell[]): Figure {
  const of = (counter: Counter): number => cells.reduce((sum, { counts }) => sum + (counts[counter] ?? 0), 0);
  return {
    sent: of('sent'),
    delivered: of('delivered'),
    read: of('read'),
    permanentFailure: of('permanent'),
    temporaryFailure: of('temporary'),
    technicalFailure: of('technical'),
    handedOver: {
      within10s: countWithin(of, 10),
      half: percentile(of, 50),
      ninetyFive: percentile(of, 95),
    },
  };
}
