import * as z from 'zod';
import { once } from '#shared/once';
import type { Guidance, Guided } from './guidance.ts';

/** How a sheet differs from an earlier one. */
export const guidanceChanges = once(() =>
  z.array(
    z.object({
      key: z.string(),
      what: z.enum(['on', 'off', 'days', 'department', 'after', 'wanted']),
    }),
  ),
);
export type Change = z.infer<ReturnType<typeof guidanceChanges>>[number];

const itemsOf = ({ stages }: Guidance) => new Map(stages.flatMap(({ items }) => items).map((item) => [item.key, item]));
const isOn = (item: Guided | undefined): boolean => item !== undefined && item.applies !== 'no';
const text = (value: unknown): string => JSON.stringify(value) ?? '';

/** What was said of each item before and is not so any more; in the order of the later sheet. */
export function changesBetween(before: Guidance, after: Guidance): Change[] {
  const [had, has] = [itemsOf(before), itemsOf(after)];
  const keys = [...new Set([...has.keys(), ...had.keys()])];
  return keys.flatMap((key) => changesOf(key, { was: had.get(key), is: has.get(key) }));
}

function changesOf(key: string, { was, is }: { was: Guided | undefined; is: Guided | undefined }): Change[] {
  if (isOn(was) !== isOn(is)) return [{ key, what: isOn(is) ? 'on' : 'off' }];
  if (!isOn(is) || !was || !is) return [];
  return (['days', 'department', 'after', 'wanted'] as const)
    .filter((what) => text(was[what]) !== text(is[what]))
    .map((what) => ({ key, what }));
}
