import * as z from 'zod';
import { extensionFaults } from './extension.ts';
import { at, type CatalogueFault } from './faults.ts';
import { formFaults, type RuleFaults } from './form-faults.ts';
import type { Item } from './item.ts';
import { limitFaults } from './limit-faults.ts';
import { listFaults, ownNeeds, spotFaults, twice } from './list-faults.ts';
import { resourceFaults, unknown, unknownThemes } from './unknown-faults.ts';

/** What is wrong with items each by itself, whatever stands beside them: it need not be looked at again. */
export function ownFaults(items: readonly Item[], ruleFaults: RuleFaults): CatalogueFault[] {
  return items.flatMap((item, n) =>
    [
      ...ownNeeds(item),
      ...unknownThemes(item),
      ...resourceFaults(item),
      ...listFaults(item),
      ...spotFaults(item),
      ...limitFaults(item),
      ...extensionFaults(item),
      ...materialFaults(item),
      ...unfounded(item),
      ...brokenForm(item, ruleFaults),
      ...shownFaults(item),
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

/** A licence shows what was filled in: a field that the form has not would stand there empty. */
function shownFaults({ form, result: { shows = [] } }: Item): CatalogueFault[] {
  const fields = new Set(Object.keys(z.record(z.string(), z.unknown()).safeParse(form?.['properties']).data ?? {}));
  return shows.flatMap((name, n) =>
    fields.has(name) ? [] : [{ path: ['result', 'shows', n], code: 'not-in-form' as const, about: name }],
  );
}

const brokenForm = ({ form }: Item, ruleFaults: RuleFaults): CatalogueFault[] =>
  form ? formFaults(form, ruleFaults).map((one) => at(['form'], one)) : [];

interface Founded {
  basis?: string | undefined;
  restsOn?: 'item' | undefined;
}
const lacksBasis = ({ basis, restsOn }: Founded): boolean => !basis && !restsOn;

/** Nothing is charged or asked for but by a right that the line names, were it that of its item (行政许可法 art. 58; 证明事项清单). */
function unfounded({ fee, materials }: Item): CatalogueFault[] {
  const asked = materials.map((one) => (one.must === 'optional' ? undefined : one));
  return Object.entries({ fee, materials: asked }).flatMap(([list, lines]) =>
    lines.flatMap((one, n) =>
      one && lacksBasis(one) ? [{ path: [list, n, 'basis'], code: 'basis-missing' as const, about: one.name }] : [],
    ),
  );
}
