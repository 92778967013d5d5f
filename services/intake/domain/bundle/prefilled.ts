import { pointerTo } from '../form/pointer.ts';
import type { PrefilledField } from '../form/prefilled.ts';
import type { BundleField } from './one-form.ts';

/** Which fields of an item's form were filled in with the one form: its own, and those that it shares. */
export function prefilledOf(
  item: string,
  prefilled: readonly PrefilledField[],
  fields: readonly BundleField[],
): PrefilledField[] {
  const own = `${pointerTo(['items', item])}/`;
  const sharing = (pointer: string) =>
    fields.filter(
      (field) =>
        field.item === item &&
        !field.feed &&
        field.sameAs !== undefined &&
        pointerTo(['shared', field.sameAs]) === pointer,
    );
  return prefilled.flatMap((one) =>
    one.pointer.startsWith(own)
      ? [{ ...one, pointer: `/${one.pointer.slice(own.length)}` }]
      : sharing(one.pointer).map(({ path }) => ({ ...one, pointer: pointerTo(path) })),
  );
}
