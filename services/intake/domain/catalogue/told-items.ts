import { ItemsPublishedV1 } from '#events/intake/items-published.v1';
import { fact, type Fact } from '#events/event';
import type { Item } from './item.ts';
import type { Dated, Withdrawal } from './line.ts';

/** A fact takes 8 KB with its envelope. */
const [mostBytes, mostItems] = [7000, 80];

const utf8 = new TextEncoder();

type Asking = Pick<Item, 'situations' | 'materials' | 'commitment'>;
type Turn = ReturnType<typeof turnOf> | { version: number; from: string };
interface ToldItem {
  item: string;
  turns: Turn[];
}

/** What items ask for, as all sets hear it: all that holds or is to hold of each, in as many facts as it takes. */
export function itemFacts(items: readonly (Asking & Dated)[], withdrawn: readonly Withdrawal[]): Fact[] {
  const ends = withdrawn.map(({ key, version, from }) => ({ key, turn: { version, from } }));
  const turns = [...items.map((one) => ({ key: one.key, turn: turnOf(one) })), ...ends];
  const told = [...Map.groupBy(turns, ({ key }) => key)].map(([item, all]) => ({
    item,
    turns: all.map(({ turn }): Turn => turn),
  }));
  return parts(told).map((part) => fact(ItemsPublishedV1, { items: part }));
}

function turnOf({ version, from, situations, materials, commitment }: Asking & Dated) {
  const requirements = materials.map(({ type: requirement, about, must, sharedResource, situations: only }) => ({
    requirement,
    about,
    must,
    ...(sharedResource !== null && { shared: sharedResource }),
    ...(only && { situations: only }),
  }));
  return { version, from, situations, requirements, covered: commitment?.covers ?? [] };
}

/** As many items to a fact as it takes; one that is larger by itself has one of its own. */
function parts(items: readonly ToldItem[]): ToldItem[][] {
  const all: { part: ToldItem[]; bytes: number }[] = [];
  for (const one of items) {
    const bytes = utf8.encode(JSON.stringify(one)).length;
    const last = all.at(-1);
    if (last && last.bytes + bytes <= mostBytes && last.part.length < mostItems) {
      last.part.push(one);
      last.bytes += bytes;
    } else all.push({ part: [one], bytes });
  }
  return all.map(({ part }) => part);
}
