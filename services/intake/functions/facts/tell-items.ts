import type { CataloguePublishedV1 } from '#events/intake/catalogue-published.v1';
import type { Fact, ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { Catalogue } from '../../domain/catalogue/line.ts';
import { itemFacts } from '../../domain/catalogue/told-items.ts';
import type { IntakeDeps } from '../../deps.ts';

type Deps = Pick<IntakeDeps, 'catalogue' | 'catalogueTelling' | 'set'>;

/** Items that are read whole at once: a large catalogue is told piece by piece. */
const itemsAtOnce = 200;

/**
 * What has changed of this set's catalogue is told item by item, as far as it stands now: what a later publication has changed
 * since is told by that again. The mark goes with the last piece: cut off before, all is told once more, and nobody minds.
 */
export const tellItems =
  (deps: Deps) =>
  async ({ data, district }: ReceivedOf<typeof CataloguePublishedV1>, cause: Cause): Promise<void> => {
    // A publication that the city tells in several facts is one all the same.
    const { part = 1 } = data;
    const latest = district === deps.set && part === 1 ? await deps.catalogue.latest() : undefined;
    if (!latest) return;
    const { mark, ...unmarked } = cause;
    const store = await deps.catalogueTelling();
    const keys = changedIn(latest, data);
    let n = 0;
    for (; n + itemsAtOnce < keys.length; n += itemsAtOnce) {
      const some = new Set(keys.slice(n, n + itemsAtOnce));
      await store.tell(await factsOf(latest, some, deps), latest.version, unmarked);
    }
    await store.tell(await factsOf(latest, new Set(keys.slice(n)), deps), latest.version, cause);
  };

function changedIn(
  { items, withdrawn }: Catalogue,
  { whole, version }: { whole?: boolean; version: number },
): string[] {
  const changed = [...items, ...withdrawn].filter(({ since }) => whole === true || since >= version);
  return [...new Set(changed.map(({ key }) => key))];
}

async function factsOf(
  { items, withdrawn }: Catalogue,
  keys: ReadonlySet<string>,
  { catalogue }: Deps,
): Promise<Fact[]> {
  const lines = items.filter(({ key }) => keys.has(key));
  const contents = await catalogue.contents(lines);
  const turns = lines.flatMap(({ version, from }, n) => (contents[n] ? [{ ...contents[n], version, from }] : []));
  return itemFacts(
    turns,
    withdrawn.filter(({ key }) => keys.has(key)),
  );
}
