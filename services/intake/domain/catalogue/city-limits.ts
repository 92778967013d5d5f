import * as z from 'zod';
import type { Day } from '#shared/calendar';
import { once } from '#shared/once';
import { limit, type Item, type Limit } from './item.ts';
import type { Catalogue, PublishedLine, Turn } from './line.ts';
import { offeredOn } from './offer.ts';
import { isWithin } from './promise.ts';

const turn = once(() =>
  z.object({ key: z.string(), from: z.string(), legal: limit().optional(), promised: limit().optional() }),
);

/** What the city's catalogue says of a basic code (基本编码), in the order in which it holds: a district may do better, not worse. */
export const cityLimit = once(() => z.object({ code: z.string(), turns: z.array(turn()), sequence: z.int() }));
export type CityLimit = z.infer<ReturnType<typeof cityLimit>>;
export type CodeLimits = Omit<CityLimit, 'sequence'>;

/** What the city's catalogue lets the items of a district take, and the day for which that is asked. */
export interface Bounds {
  city: readonly CityLimit[];
  day: Day;
}

/** The codes whose limits a publication changes; a whole catalogue tells all of them, so that whoever missed some learns them. */
export function toldLimits(before: Catalogue | undefined, next: Catalogue, whole: boolean): CodeLimits[] {
  const [old, fresh] = [before ? limitsIn(before) : new Map<string, string>(), limitsIn(next)];
  const gone = [...old.keys()].filter((code) => !fresh.has(code)).map((code) => ({ code, turns: [] }));
  const told = [...fresh].filter(([code, turns]) => whole || old.get(code) !== turns);
  return [...told.map(([code, turns]) => ({ code, turns: turnsOf().parse(JSON.parse(turns)) })), ...gone];
}

const turnsOf = once(() => z.array(turn()));

/** By code, as text to compare. The set's own adjustments are left out: what the city does better by itself binds nobody else. */
function limitsIn({ items, withdrawn }: Catalogue): Map<string, string> {
  const byKey = Map.groupBy<string, Turn>([...items, ...withdrawn], ({ key }) => key);
  const all = [...byKey.values()].flatMap((turns) =>
    codesIn(turns).flatMap((code) => turns.toSorted(byDay).map((one) => ({ code, turn: underCode(one, code) }))),
  );
  const byCode = Map.groupBy(all, ({ code }) => code);
  return new Map([...byCode].map(([code, found]) => [code, JSON.stringify(found.map((one) => one.turn))]));
}

const codeOf = (one: Turn) => ('codes' in one ? one.codes?.base : undefined);
const codesIn = (turns: readonly Turn[]) => [...new Set(turns.map(codeOf))].filter((code) => code !== undefined);
const byDay = (a: Turn, b: Turn) => (a.from === b.from ? a.version - b.version : a.from < b.from ? -1 : 1);

/** An item that ends, or goes on under another code, binds nobody under this one any more. */
function underCode(one: Turn, code: string) {
  const { key, from } = one;
  const holds = 'legalLimit' in one && codeOf(one) === code;
  return { key, from, ...(holds && { legal: one.legalLimit, promised: one.promisedLimit }) };
}

export interface LongerThanCity {
  field: 'legalLimit' | 'promisedLimit';
  own: Limit;
  city: Limit;
}

type Limited = Pick<Item, 'key' | 'codes' | 'legalLimit' | 'promisedLimit'>;

/** Where an item may take longer on a day than the city's; what cannot be compared is taken for longer. */
export function longerThanCity(item: Limited, bound: Bounds): LongerThanCity[] {
  const bounds = boundsOf(item, bound);
  const [first] = bounds;
  if (!first) return [];
  const fields = [
    { field: 'legalLimit' as const, own: item.legalLimit, most: bounds.map(({ legal }) => legal) },
    { field: 'promisedLimit' as const, own: item.promisedLimit, most: bounds.map(({ promised }) => promised) },
  ];
  return fields.flatMap(({ field, own, most: [most = own, ...others] }) =>
    [most, ...others].some((one) => isWithin(own, one)) ? [] : [{ field, own, city: most }],
  );
}

/** What the city promises on that day of its items of the same code. */
export const promisesOfCity = (item: Pick<Limited, 'key' | 'codes'>, bound: Bounds): Limit[] =>
  boundsOf(item, bound).map(({ promised }) => promised);

interface Bound {
  key: string;
  legal: Limit;
  promised: Limit;
}

/** The city's items of its code: where one has its key, that one alone. An item that says no code is known by its key. */
function boundsOf({ key, codes }: Pick<Limited, 'key' | 'codes'>, { city, day }: Bounds): Bound[] {
  const named = codes ? city.filter(({ code }) => code === codes.base) : city;
  const holding = named.flatMap((one) => holdingOn(one, day));
  const same = holding.filter((one) => one.key === key);
  return same.length > 0 || !codes ? same : holding;
}

function holdingOn({ turns }: CityLimit, day: Day): Bound[] {
  const keys = new Set(turns.map(({ key }) => key));
  return [...keys].flatMap((key) => {
    const held = turns.findLast((one) => one.key === key && one.from <= day);
    return held?.legal && held.promised ? [{ key, legal: held.legal, promised: held.promised }] : [];
  });
}

export interface Behind extends LongerThanCity {
  itemKey: string;
  /** The first day on which it is so. */
  from: Day;
}

/** What a set offers today, or is to offer, that the city has come to promise sooner: nothing is changed for it, it is told. */
export function behindCity(catalogue: Catalogue, city: readonly CityLimit[], today: Day): Behind[] {
  const later = [...city.flatMap(({ turns }) => turns), ...catalogue.items].map(({ from }) => from);
  const days = [today, ...new Set(later.filter((day) => day > today).toSorted())];
  const all = days.flatMap((from) => offeredOn(catalogue, from).items.flatMap((item) => behindOn(item, city, from)));
  const first = new Map(all.toReversed().map((one) => [`${one.itemKey} ${one.field}`, one]));
  return all.filter((one) => first.get(`${one.itemKey} ${one.field}`) === one);
}

const behindOn = (item: PublishedLine, city: readonly CityLimit[], from: Day): Behind[] =>
  longerThanCity(item, { city, day: from }).map((one) => ({ itemKey: item.key, from, ...one }));
