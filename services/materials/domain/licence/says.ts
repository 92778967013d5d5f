import * as z from 'zod';
import { once } from '#shared/once';

/** What an edition of a licence says, as its office handed it over: the forms of its holder are filled in from it. */
export const says = once(() =>
  z.object({
    /** As its decision gave them. */
    fields: z.record(z.string(), z.string()),
    /** As the granted form has them, by the city-wide keys of fields. */
    keys: z.record(z.string(), z.union([z.string(), z.number()])),
    /** The document number of the party that it created. */
    party: z.string().optional(),
    /** True of the licence with which its holder began: what registers him. */
    creates: z.boolean(),
  }),
);
export type Says = z.infer<ReturnType<typeof says>>;

/** A value of a licence, as `<field>` or, of the party, by the city-wide key alone; undefined where it does not say that. */
export function valueIn(
  { fields, keys, party }: Says,
  { source, sameAs = '' }: { source: string; sameAs?: string | undefined },
): string | number | undefined {
  if (source === 'party') return sameAs === 'company.uscc' && party !== undefined ? party : keys[sameAs];
  const field = source.split('/')[1] ?? '';
  return fields[field] ?? (field === 'number' ? party : undefined) ?? keys[sameAs];
}
