import { sourcedFieldsOf } from '../bundle/fields.ts';
import { pointerTo, valueAt } from '../form/pointer.ts';
import type { Granted } from './content.ts';

/** What a licence says, for the forms of other sets: what its decision issued by name, and what was granted by city-wide keys. */
export interface Says {
  fields: Record<string, string>;
  keys: Record<string, string | number>;
  /** The document number of the party that it created. */
  party?: string;
}

export function saysOf({ issued, form, schema }: Granted): Says {
  const keys = sourcedFieldsOf(schema).flatMap(({ path, sameAs }): [string, string | number][] => {
    const value = valueAt(form, pointerTo(path));
    const isScalar = typeof value === 'string' || typeof value === 'number';
    return sameAs !== undefined && isScalar ? [[sameAs, value]] : [];
  });
  const party = issued?.party;
  return { fields: { ...issued?.fields }, keys: Object.fromEntries(keys), ...(party && { party }) };
}
