import { movesNothing } from '../bank/match.ts';
import { clearingOf } from '../ledger/accounts.ts';
import { movedBy, type ClearingItem, type ClearingLine, type Direction } from '../ledger/clearing-item.ts';
import { signed, type Leg } from '../ledger/entry.ts';
import type { Limits } from '../charge/charge-list.ts';
import type { Order } from '../order/order.ts';
import type { Refund } from '../refund/refund.ts';
import type { Suspense } from '../suspense/suspense.ts';
import type { Exception } from './exception.ts';

/** An item of the ledger, and the act that wrote it. */
export type Cleared = ClearingItem & { of: string };

/** What is known when a difference is looked at. */
export interface Situation {
  found: Exception;
  /** What the ledger has by now under the number of the difference, and those of the parts of its charge, in both directions. */
  items: readonly Cleared[];
  /** The order of that number, and the refund of it, where they are ours. */
  order?: Order;
  refund?: Refund;
  /** Whether the merchant is a payee's own: its fees are taken out of what is paid out to it. */
  isOwnAccount: boolean;
  limits: Limits;
  at: Date;
  /** For a refund that is made of it. */
  freshId: string;
  /** What it has put into suspense before. */
  suspense?: Suspense;
  /** The exception that it is linked with, or where else the ledger has it, as a proposal names it. */
  other?: { found: Exception; items: readonly Cleared[] };
  elsewhere?: readonly Cleared[];
}

/** Where an exception's number lies in the ledger. Undefined where it is about a line or a file. */
export function placeOf({ channel, merchant, day, ledger, subject }: Exception) {
  if (subject.kind !== 'number') return undefined;
  const { number, direction } = subject;
  return { channel, merchant, day: ledger?.day ?? day, number, direction };
}

/** What the statement says of the number in this direction, in fen, as the run has reckoned it. */
function statementFen({ class: found, row, ledger, differenceFen }: Exception, way: Direction): number {
  const isRow = row === undefined || row.direction === way;
  if (!isRow || found === 'MISSING_IN_STATEMENT' || found === 'TIMING_CARRY_OVER') return 0;
  // Seen from the row, what the ledger has the other way is so much less.
  const booked = ledger?.amountFen ?? 0;
  return differenceFen + (found === 'DIRECTION_MISMATCH' ? -booked : booked);
}

/**
 * Of a row that stands twice, the one before it has what was booked; a bank's rows are booked as they come, and what differs is what is
 * left: of both only what this exception has written counts.
 */
const isApart = ({ class: found, channel }: Exception): boolean =>
  found === 'DUPLICATE_IN_STATEMENT' || channel === 'bank';

/** What the file shows no more, and the ledger has by what was decided of it alone. */
export const isOwnAlone = ({ id, ledger }: Pick<Exception, 'id' | 'ledger'>): boolean => ledger?.ref === id;

/** What of a difference is to be set right in all, in fen, where only what the exception itself has written counts. */
function apartFen(one: Exception, way: Direction): number {
  const { class: found, channel, differenceFen } = one;
  if (channel !== 'bank') return differenceFen;
  if (isOwnAlone(one)) return 0;
  // A bank's difference is signed, and what moved nothing is no gap.
  return movesNothing(found) ? 0 : movedBy({ direction: way, amountFen: differenceFen });
}

/** What the ledger has of it by now: under the number, or under those of the parts of its charge where the run has found it so. */
export function bookedItems({ found, items }: Pick<Situation, 'found' | 'items'>, way: Direction): readonly Cleared[] {
  const own = items.filter(({ direction }) => direction === way);
  if (isApart(found)) return own.filter(({ of }) => of === found.id);
  const exact = own.filter(({ number }) => found.subject.kind === 'number' && number === found.subject.number);
  const wasKnown = (some: readonly Cleared[]): boolean =>
    found.ledger !== undefined && sumOf(some.filter(({ of }) => of !== found.id)) === found.ledger.amountFen;
  return wasKnown(own) && !wasKnown(exact) ? own : exact;
}

/** What the ledger had of it when a run found it, as one item. */
export function itemsAsFound(found: Exception): Cleared[] {
  const { class: is, ledger, id } = found;
  const place = placeOf(found);
  if (!place || !ledger) return [];
  const other = place.direction === 'in' ? 'out' : 'in';
  const direction = is === 'DIRECTION_MISMATCH' ? other : place.direction;
  const { amountFen, lines } = ledger;
  const of = isOwnAlone(found) ? id : `${id}, before`;
  return [{ ...place, direction, amountFen, lines, ref: '', of }];
}

const sumOf = (items: readonly ClearingItem[]): number => items.reduce((sum, { amountFen }) => sum + amountFen, 0);

/** 差额: the items that the ledger lacks, below zero what it has too much, so that the statement matches it. */
export function gapsOf(situation: Pick<Situation, 'found' | 'items'>): ClearingItem[] {
  const { found } = situation;
  const place = placeOf(found);
  if (!place) return [];
  const ways: readonly Direction[] = found.class === 'DIRECTION_MISMATCH' ? ['in', 'out'] : [place.direction];
  return ways.flatMap((direction) => {
    const whole = isApart(found) ? apartFen(found, direction) : statementFen(found, direction);
    const amountFen = whole - sumOf(bookedItems(situation, direction));
    return amountFen === 0 ? [] : [{ ...place, direction, amountFen, ref: '', lines: [] }];
  });
}

/** What the channel has more than the ledger knows, in fen; below zero less. */
export const netOf = (items: readonly ClearingItem[]): number => items.reduce((sum, one) => sum + movedBy(one), 0);

/** What items move on their clearing accounts. */
export function clearingLegs(items: readonly ClearingItem[]): Leg[] {
  return items.flatMap((one) => signed(clearingOf(one), movedBy(one)));
}

/** The lines of items summed, by payee and subject; what comes to nothing is left out. */
export function linesOf(items: readonly Pick<ClearingItem, 'lines'>[]): ClearingLine[] {
  const groups = Map.groupBy(
    items.flatMap(({ lines }) => lines),
    ({ payee, destination, code, subject }) => [payee, destination, code, subject].join(' '),
  );
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    const amountFen = own.reduce((sum, one) => sum + one.amountFen, 0);
    return first && amountFen !== 0 ? [{ ...first, amountFen }] : [];
  });
}

/** The same lines taken back. */
export const negated = (lines: readonly ClearingLine[]): ClearingLine[] =>
  lines.map((one) => ({ ...one, amountFen: -one.amountFen }));
