import * as z from 'zod';
import { once } from '#shared/once';
import { dayOf } from '#shared/calendar';
import type { Exception } from '../exception/exception.ts';
import { kindOf } from '../ledger/accounts.ts';
import type { Suspense } from '../suspense/suspense.ts';
import type { Layers } from './layers.ts';

/** 结转事项: what a year leaves to the next one, by its name. */
export const carriedItem = once(() =>
  z.object({
    kind: z.enum(['exception', 'suspense', 'account']),
    /** The id of a difference or of money in suspense; of what lies on an account, its name and the day it is of. */
    of: z.string(),
    day: z.string(),
    amountFen: z.int(),
    why: z.string(),
    originYear: z.int(),
  }),
);
export type CarriedItem = z.infer<ReturnType<typeof carriedItem>>;

interface Left {
  exceptions: readonly Exception[];
  suspense: readonly Suspense[];
  layers: Layers;
}

/** What is left on the last day of a year, sorted by what it is, its day and its name. */
export function carriedItems({ exceptions, suspense, layers }: Left, last: string): CarriedItem[] {
  const differences = exceptions
    .filter(({ day }) => day <= last)
    .map((one) => item('exception', [one.id, one.day], { amountFen: one.differenceFen, why: one.class }));
  const nobodys = suspense
    .filter(({ since }) => dayOf(since) <= last)
    .map((one) => item('suspense', [one.id, dayOf(one.since)], { amountFen: one.amountFen, why: one.state }));
  const accounts = [...layers].flatMap(([account, stack]) =>
    stack.map(([day, amountFen]) => item('account', [account, day], { amountFen, why: kindOf(account) })),
  );
  return [...differences, ...nobodys, ...accounts].toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

export const keyOf = ({ kind, day, of }: CarriedItem): string => `${kind}#${day}#${of}`;

function item(
  kind: CarriedItem['kind'],
  [of, day]: [string, string],
  is: Pick<CarriedItem, 'amountFen' | 'why'>,
): CarriedItem {
  return { kind, of, day, ...is, originYear: Number(day.slice(0, 4)) };
}
