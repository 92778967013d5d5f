import { longestOf } from './extension.ts';
import type { Item } from './item.ts';
import { isWithin } from './promise.ts';

/** What an item asks of people more than it did: where, and what stood there before; empty where nothing did. */
export interface Burden {
  path: readonly (string | number)[];
  was: string;
  /** A line that is asked anew: it needs a law of its own. */
  line?: 'fee' | 'materials';
}

type Asking = Omit<Item, 'form'> & { form?: unknown };

/** All that somebody who applies has to bring, pay, fulfil or do more than before, and all whom the item shuts out. */
export function burdensAdded(item: Asking, was: Asking): Burden[] {
  return [
    ...feesAdded(item, was),
    ...item.materials.flatMap((one, n) => askedMore(one, n, { item, was })),
    ...named('conditions', added(item.conditions, was.conditions)),
    ...needsAdded(item, was),
    ...lost('audience', item.audience, was.audience),
    ...lost('situations', item.situations, was.situations),
    ...channelsLost(item, was),
    ...promiseLost(item, was),
    ...limitsMoved(item, was),
    ...timeAdded(item, was),
  ];
}

const told = (value: string | number | null | undefined): string => String(value ?? '');
const where = (found: boolean, path: Burden['path'], was: string): Burden[] => (found ? [{ path, was }] : []);

/** Places in a list of what it did not say before. */
const added = (list: readonly string[] = [], before: readonly string[] = []): number[] =>
  list.flatMap((one, n) => (before.includes(one) ? [] : [n]));
const named = (list: string, places: readonly number[]): Burden[] => places.map((n) => ({ path: [list, n], was: '' }));

function lost(list: string, now: readonly string[], before: readonly string[]): Burden[] {
  const gone = before.filter((one) => !now.includes(one));
  return where(gone.length > 0, [list], gone.join(', '));
}

function feesAdded({ fee }: Asking, was: Asking): Burden[] {
  return fee.flatMap((line, n): Burden[] => {
    const old = was.fee.find(({ code }) => code === line.code);
    if (!old) return [{ path: ['fee', n], was: '', line: 'fee' }];
    return [
      ...where(line.rateFen > old.rateFen, ['fee', n, 'rateFen'], told(old.rateFen)),
      ...where(line.unit !== old.unit, ['fee', n, 'unit'], old.unit),
      ...where(line.gate === 'decision' && old.gate === 'result', ['fee', n, 'gate'], old.gate),
      ...where(line.timing === 'at-acceptance' && old.timing !== line.timing, ['fee', n, 'timing'], old.timing),
    ];
  });
}

type Material = Item['materials'][number];
const weight = { optional: 0, deferrable: 1, must: 2 } as const;

function askedMore(line: Material, n: number, { item, was }: { item: Asking; was: Asking }): Burden[] {
  // Whoever could not apply before has lost nothing.
  const here = (line.situations ?? item.situations).filter((one) => was.situations.includes(one));
  if (line.must === 'optional' || here.length === 0) return [];
  const old = was.materials.find(({ type }) => type === line.type);
  if (!old) return [{ path: ['materials', n], was: '', line: 'materials' }];
  const asked = old.situations ?? was.situations;
  const wider = here.some((one) => !asked.includes(one));
  const same = here.some((one) => asked.includes(one));
  return [
    ...where(wider, ['materials', n, 'situations'], asked.join(', ')),
    ...(same ? heavier(line, old).map((one) => ({ ...one, path: ['materials', n, ...one.path] })) : []),
  ];
}

const heavier = (line: Material, old: Material): Burden[] => [
  ...where(weight[line.must] > weight[old.must], ['must'], old.must),
  // What sharing provides is not asked of anybody (国务院令716 art. 7).
  ...where(line.sharedResource === null && old.sharedResource !== null, ['sharedResource'], told(old.sharedResource)),
  ...where(line.originals > old.originals, ['originals'], told(old.originals)),
  ...where(line.copies > old.copies, ['copies'], told(old.copies)),
  ...where(!isEither(line) && line.medium !== old.medium, ['medium'], old.medium ?? 'either'),
];

const isEither = ({ medium = 'either' }: Material) => medium === 'either';

/** Another item that one must have first; one way more to fulfil a need is none. */
function needsAdded({ needs = [] }: Asking, { needs: before = [] }: Asking): Burden[] {
  const ways = before.map((need) => need.split('|'));
  return needs.flatMap((need, n) => {
    const open = new Set(need.split('|'));
    const known = ways.some((old) => old.every((one) => open.has(one)));
    return where(!known, ['needs', n], '');
  });
}

/** Whoever takes an item from communities moves it up, which has a fault of its own. */
function channelsLost({ channels, form }: Asking, was: Asking): Burden[] {
  const all = ['online', 'window', 'kiosk', 'app', 'hotline', 'agency'];
  const before = (was.channels ?? all).filter((one) => one !== 'community');
  return [
    ...(channels ? lost('channels', channels, before) : []),
    ...where(was.form !== undefined && form === undefined, ['form'], 'online'),
  ];
}

/** 告知承诺: who may no longer give his word has to bring proof again. */
function promiseLost({ commitment, materials }: Asking, was: Asking): Burden[] {
  if (!was.commitment) return [];
  if (!commitment) return [{ path: ['commitment'], was: was.commitment.basis }];
  const asked = new Set(materials.map(({ type }) => type));
  const still = was.commitment.covers.filter((one) => asked.has(one));
  return lost('commitment', commitment.covers, still).map((one) => ({ ...one, path: ['commitment', 'covers'] }));
}

const aYear = ({ limit, per }: NonNullable<Item['quantity']>) => (per === 'year' ? limit : limit * 12);
/** 行政许可法 art. 50. */
const renewedBefore = 30;

function limitsMoved(item: Asking, was: Asking): Burden[] {
  const [places, had] = [item.quantity, was.quantity];
  const fewer = places && (!had || aYear(places) < aYear(had) || (places.per === 'month' && had.per === 'year'));
  const earlier = (item.renewBefore ?? renewedBefore) > (was.renewBefore ?? renewedBefore);
  return [
    // How long a licence holds the law says: a district neither shortens it nor lifts it.
    ...where(item.result.validity !== was.result.validity, ['result', 'validity'], told(was.result.validity)),
    ...where((item.visits ?? 0) > (was.visits ?? 0), ['visits'], told(was.visits)),
    ...where(fewer === true, ['quantity'], had ? `${had.limit} / ${had.per}` : ''),
    // Whether deceivers are barred from it is for the law as well.
    ...where((item.safety === undefined) !== (was.safety === undefined), ['safety'], told(was.safety)),
    ...where(earlier, ['renewBefore'], told(was.renewBefore ?? renewedBefore)),
  ];
}

/** What may make people wait longer than they had to: a longer legal limit or extension, a procedure whose time is not counted, a notice. */
function timeAdded(item: Asking, was: Asking): Burden[] {
  const [longest, had] = [longestOf(item), longestOf(was)];
  const longer = longest.n > had.n || (longest.n > 0 && longest.unit === 'working-day' && had.unit === 'day');
  return [
    ...where(!isWithin(item.legalLimit, was.legalLimit), ['legalLimit'], told(was.legalLimit.n)),
    ...where(longer, ['extension'], `${had.n} ${had.unit}`),
    ...named('special', added(item.special, was.special)),
    ...where((item.noticeDays ?? 0) > (was.noticeDays ?? 0), ['noticeDays'], told(was.noticeDays)),
  ];
}
