import { maskFault, type FormSchema } from '../form/form.ts';
import { identifierFault } from '../form/identifiers.ts';
import { at, type CatalogueFault } from './faults.ts';
import { formFaults } from './form-faults.ts';
import type { Item } from './item.ts';
import { limitFaults } from './limit-faults.ts';
import { listFaults, ownNeeds, spotFaults, twice } from './list-faults.ts';
import { unknown, unknownThemes } from './unknown-faults.ts';

/** Why a form's rules cannot be used; undefined when they can. */
type FormFault = (schema: FormSchema) => string | undefined;

/** What is wrong with items each by itself, whatever stands beside them: it need not be looked at again. */
export function ownFaults(items: readonly Item[], formFault: FormFault): CatalogueFault[] {
  return items.flatMap((item, n) =>
    [
      ...ownNeeds(item),
      ...unknownThemes(item),
      ...listFaults(item),
      ...spotFaults(item),
      ...limitFaults(item),
      ...materialFaults(item),
      ...brokenForm(item, formFault),
    ].map((fault) => at(['items', n], fault)),
  );
}

/** Materials are told apart by type, each for situations of the item; a commitment spares only what is asked. */
function materialFaults({ materials, situations, commitment }: Item): CatalogueFault[] {
  const types = materials.map(({ type }) => type);
  const all: ReadonlySet<string> = new Set(situations);
  const again = twice([], types).map((one) => ({ ...one, path: ['materials', ...one.path, 'type'] }));
  const each = materials.flatMap((one, n) => twice(['materials', n, 'situations'], one.situations));
  const named = materials.flatMap((one, n) =>
    (one.situations ?? []).map((key, m) => ({ path: ['materials', n, 'situations', m], key })),
  );
  const spared = (commitment?.covers ?? []).map((key, n) => ({ path: ['commitment', 'covers', n], key }));
  return [
    ...again,
    ...each,
    ...twice(['commitment', 'covers'], commitment?.covers),
    ...unknown('unknown-situation', named, all),
    ...unknown('unknown-material', spared, new Set(types)),
  ];
}

function brokenForm({ form }: Item, formFault: FormFault): CatalogueFault[] {
  if (!form) return [];
  const fault = formFault(form) ?? maskFault(form) ?? identifierFault(form);
  if (fault) return [{ path: ['form'], code: 'broken-form', about: fault }];
  return formFaults(form).map((one) => at(['form'], one));
}
