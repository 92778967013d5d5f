import * as z from 'zod';
import type { ItemsPublishedV1 } from '#events/intake/items-published.v1';
import type { ReceivedOf } from '#events/event';
import { once } from '#shared/once';

export const situation = z.enum(['新办', '变更', '延续', '补证', '注销']);

const requirement = once(() =>
  z.object({
    requirement: z.string(),
    about: z.enum(['party', 'premises', 'vehicle', 'project']),
    must: z.enum(['must', 'optional', 'deferrable']),
    shared: z.string().optional(),
    situations: z.array(situation).optional(),
  }),
);
export type Requirement = z.infer<ReturnType<typeof requirement>>;

const turn = once(() =>
  z.object({
    version: z.int(),
    from: z.string(),
    situations: z.array(situation).optional(),
    requirements: z.array(requirement()).optional(),
    covered: z.array(z.string()).optional(),
  }),
);
export type Turn = z.infer<ReturnType<typeof turn>>;

/** What an item of a set asks for, as the set told last; `sequence` is that of the set's catalogue. */
export const itemCopy = once(() =>
  z.object({ district: z.string(), item: z.string(), sequence: z.int(), turns: z.array(turn()) }),
);
export type ItemCopy = z.infer<ReturnType<typeof itemCopy>>;

/** The copies as a fact tells them. */
export function copiesOf({ data, district, sequence }: ReceivedOf<typeof ItemsPublishedV1>): ItemCopy[] {
  return data.items.map(({ item, turns }) => ({ district, item, sequence, turns }));
}

/** What holds of an item on a day: the latest that has begun; undefined where it is not offered. */
export function holding({ turns }: ItemCopy, day: string): Turn | undefined {
  const begun = turns.filter(({ from }) => from <= day);
  const [last] = begun.toSorted((a, b) => (a.from === b.from ? b.version - a.version : a.from < b.from ? 1 : -1));
  return last?.situations ? last : undefined;
}
