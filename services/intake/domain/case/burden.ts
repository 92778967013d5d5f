import * as z from 'zod';
import { once } from '#shared/once';
import type { Item, Situation } from '../catalogue/item.ts';
import { baseline } from '../catalogue/item-parts.ts';
import type { Application } from './application.ts';
import type { Capacity } from './graph.ts';

/** What an item asks of an applicant: materials that he brings, materials that are fetched for him, visits; and before the reform. */
export const burden = once(() => {
  const count = z.int();
  return z.object({ asked: count, fetched: count, visits: count, baseline: baseline().optional() });
});
export type Burden = z.infer<ReturnType<typeof burden>>;

type Asking = Pick<Item, 'materials' | 'visits' | 'baseline' | 'commitment'>;

/** What an item asks in a situation. What is shared is fetched; what a commitment covers is not asked. */
export function burdenOf(
  { materials, visits = 1, baseline, commitment }: Asking,
  { situation, committed = false }: { situation: Situation; committed?: boolean | undefined },
): Burden {
  const spared = new Set(committed ? commitment?.covers : []);
  const needed = materials.filter(
    ({ type, must, situations }) =>
      must !== 'optional' && !spared.has(type) && (situations === undefined || situations.includes(situation)),
  );
  const fetched = needed.filter(({ sharedResource }) => sharedResource !== null).length;
  return { asked: needed.length - fetched, fetched, visits, ...(baseline && { baseline }) };
}

/** Desks to which somebody must go; the telephone is none. */
const atDesk: ReadonlySet<string> = new Set(['window', 'community', 'kiosk'] satisfies Capacity[]);

/** Whether a case was entered by somebody who came to a desk. */
export const cameToEnter = ({ channel, entry }: Pick<Application, 'channel' | 'entry'>): boolean =>
  entry !== undefined && atDesk.has(channel);

export const comes = (capacities: readonly Capacity[]): boolean => capacities.some((one) => atDesk.has(one));

/** 最多跑一次: one visit is free to everybody; a further one only where the item says that it needs it. */
export const isTooOften = ({ visits, burden }: Pick<Application, 'visits' | 'burden'>): boolean =>
  visits > Math.max(1, burden?.visits ?? 1);
