import * as z from 'zod';

/** 服务对象 (GB/T 39046-2020): 1 natural person, 2 enterprise, 3 institution, 4 social organisation, 5 administrative body, 6 other. */
export const audience = z.enum(['1', '2', '3', '4', '5', '6']);
export type Audience = z.infer<typeof audience>;

/** All that a party may be of which only that much is known: a person, or some organisation. */
export const persons: readonly Audience[] = ['1'];
export const organisations: readonly Audience[] = ['2', '3', '4', '5', '6'];

interface Offered {
  audience: readonly Audience[];
}

/** Whether an item is offered to a party that may be any of these; of one about whom nothing is known it is not refused. */
export function isOfferedTo({ audience: whom }: Offered, party: readonly Audience[] | undefined): boolean {
  return party === undefined || whom.some((one) => party.includes(one));
}

/** Whether it must be known first if a party is a person or an organisation. */
export function mustBeKnown({ audience: whom }: Offered): boolean {
  return [persons, organisations].some((some) => !whom.some((one) => some.includes(one)));
}
