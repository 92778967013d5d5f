import * as z from 'zod';
import type { ItemsPublishedV1 } from '#events/intake/items-published.v1';
import type { ReceivedOf } from '#events/event';
import type { Day } from '#shared/calendar';
import { once } from '#shared/once';

const requirement = once(() =>
  z.object({
    requirement: z.string(),
    must: z.enum(['must', 'optional', 'deferrable']),
    shared: z.string().optional(),
    situations: z.array(z.string()).optional(),
  }),
);
const turn = once(() =>
  z.object({
    version: z.int(),
    from: z.string(),
    situations: z.array(z.string()).optional(),
    requirements: z.array(requirement()).optional(),
  }),
);

/** What an item of this set asks for, as its catalogue told last. */
export const itemCopy = once(() => z.object({ item: z.string(), sequence: z.int(), turns: z.array(turn()) }));
export type ItemCopy = z.infer<ReturnType<typeof itemCopy>>;

export const copiesOf = ({ data, sequence }: ReceivedOf<typeof ItemsPublishedV1>): ItemCopy[] =>
  data.items.map(({ item, turns }) => itemCopy().parse({ item, sequence, turns }));

/** What is to be brought to it. */
export interface Wanted {
  requirement: string;
  must: 'must' | 'optional' | 'deferrable';
  /** A register provides it: it need not be brought. */
  shared?: true;
}

/** What a project brings that applies for the first time (新办); undefined where the item is not offered on the day. */
export function wantedBy({ turns }: ItemCopy, day: Day): Wanted[] | undefined {
  const begun = turns.filter(({ from }) => from <= day);
  const [last] = begun.toSorted((a, b) => (a.from === b.from ? b.version - a.version : a.from < b.from ? 1 : -1));
  if (!last?.situations) return undefined;
  return (last.requirements ?? [])
    .filter(({ situations }) => !situations || situations.includes('新办'))
    .map(({ requirement: name, must, shared }) => ({
      requirement: name,
      must,
      ...(shared && { shared: true as const }),
    }));
}
