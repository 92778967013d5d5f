import * as z from 'zod';
import type { Fault } from '#shared/problem';
import type { Unread } from '#shared/route';
import { ground } from '../../domain/catalogue/item-parts.ts';
import { catalogueInput, department, item } from '../../domain/catalogue/item.ts';
import type { CatalogueFault } from '../../domain/catalogue/faults.ts';
import type { IntakeDeps } from '../../deps.ts';
import { outlineOf } from '../../stores/item-rows.ts';
import { ownFaultsOf, toldIn, wholeFaults } from './edition-faults.ts';

const list = z.array(z.unknown()).catch([]);
const posted = z.object({ departments: list, items: list, grounds: list });
const named = z.object({ key: z.string() });

/** Of a catalogue whose shape is wrong somewhere: what the entries whose own shape is sound say wrong, each where it stands. */
export async function soundFaults({ body, cause, language }: Unread, deps: IntakeDeps): Promise<Fault[]> {
  const nothing = { departments: [], items: [], grounds: [] };
  const { departments, items, grounds } = posted.catch(nothing).parse(body);
  const sound = items.flatMap((one, n) => {
    const read = item().safeParse(one);
    return read.success ? [{ n, item: read.data }] : [];
  });
  if (sound.length === 0) return [];
  const content = catalogueInput().parse({
    departments: departments.filter((one) => department().safeParse(one).success),
    items: sound.map((one) => one.item),
    grounds: grounds.filter((one) => ground().safeParse(one).success),
  });
  const asked = { current: await deps.catalogue.latest(), at: cause.at, posted: content.items };
  const faults = [...(await wholeFaults(outlineOf(content), asked, deps)), ...(await ownFaultsOf(content.items, deps))];
  // What is posted beside them, in whatever shape, is not unknown.
  const keys = new Set([...departments, ...items].flatMap((one) => named.safeParse(one).data?.key ?? []));
  return faults
    .filter(({ code, about }) => !code.startsWith('unknown-') || !keys.has(about))
    .flatMap((one) => placed(one, sound))
    .map(toldIn(language));
}

/** Where a fault of a sound entry stands in what was posted; what is not of an item is told when all have their shape. */
function placed(fault: CatalogueFault, sound: readonly { n: number }[]): CatalogueFault[] {
  const [part, n, ...rest] = fault.path;
  const place = typeof n === 'number' ? sound[n] : undefined;
  return part === 'items' && place ? [{ ...fault, path: [part, place.n, ...rest] }] : [];
}
