import { feesDueOf, feesOf, suspenseOf, transitOf, writtenOffOf, clearingOf } from '../ledger/accounts.ts';
import { movedBy, type ClearingItem } from '../ledger/clearing-item.ts';
import { signed, type SaidEntry } from '../ledger/entry.ts';
import { exceptionStep } from './graph.ts';
import type { Planned } from './plan.ts';
import { bookedOf } from './plan-over.ts';
import { clearingLegs, gapsOf, linesOf, negated, netOf, type Situation } from './situation.ts';
import type { WishOf } from './wish.ts';

/** Nothing is to be moved: two people say why it is right so. What it is about is named in the ledger all the same. */
export function planAccept(situation: Situation): Planned {
  const { found } = situation;
  if (found.subject.kind === 'number' && gapsOf(situation).length > 0) return { fault: 'does-not-fit' };
  const amountFen = found.row?.amountFen ?? found.ledger?.amountFen ?? Math.abs(found.differenceFen);
  const clearing = clearingOf(found);
  const legs = [...signed(clearing, amountFen), ...signed(clearing, -amountFen)];
  const entries: SaidEntry[] = amountFen > 0 ? [{ kind: 'confirm', legs }] : [];
  return { act: 'settle', entries, ...releasedBy(situation) };
}

/** Where a fee alone is in question, and always was, the run has released the money. */
const releasedBy = (situation: Situation) =>
  situation.found.money === 'run'
    ? { reconciles: [], feeFen: 0 }
    : { reconciles: bookedOf(situation), feeFen: situation.found.row?.feeFen ?? 0 };

/** 调整手续费: the channel has taken another fee than was agreed, and the difference is to be settled with it. */
export function planFee(situation: Situation, { feeFen }: WishOf<'adjust-fee'>): Planned {
  const { found, isOwnAccount } = situation;
  const tooMuch = (found.row?.feeFen ?? 0) - feeFen;
  if (tooMuch === 0) return { fault: 'same-fee' };
  const legs = [...signed(feesDueOf(found), tooMuch), ...signed(feesOf(found), -tooMuch)];
  // Of a payee with an account of its own it is the payee who pays the fee.
  const released = releasedBy(situation);
  const borne = released.feeFen - (isOwnAccount ? tooMuch : 0);
  return { act: 'settle', entries: [{ kind: 'fee', legs }], reconciles: released.reconciles, feeFen: borne };
}

/** 调账: the ledger has the very amount under another merchant, day or number. */
export function planRepost(situation: Situation): Planned {
  const { elsewhere = [], found } = situation;
  const [gap, ...others] = gapsOf(situation);
  const [from] = elsewhere;
  if (!gap || others.length > 0 || !from || isThere(from, gap)) return { fault: 'does-not-fit' };
  const amountFen = elsewhere.reduce((sum, one) => sum + one.amountFen, 0);
  if (amountFen !== gap.amountFen) return { fault: 'does-not-fit' };
  const lines = linesOf(elsewhere);
  const { channel, merchant, day, number, direction, ref } = from;
  const there: ClearingItem = {
    channel,
    merchant,
    day,
    number,
    direction,
    ref,
    amountFen: -amountFen,
    lines: negated(lines),
  };
  const here: ClearingItem = { ...gap, lines };
  const clears = [there, here];
  return {
    act: 'settle',
    entries: [{ kind: 'repost', legs: clearingLegs(clears), clears }],
    reconciles: [...bookedOf(situation), here],
    feeFen: found.row?.feeFen ?? 0,
  };
}

const isThere = (one: ClearingItem, other: ClearingItem): boolean =>
  one.merchant === other.merchant && one.day === other.day && one.number === other.number;

/** 人工勾对: the row is what another exception misses. What the row is more is nobody's; what it is less, finance bears. */
export function planLink(situation: Situation, { basis }: WishOf<'link'>): Planned {
  const { found, other, limits } = situation;
  const [gap] = gapsOf(situation);
  const [missing] = other ? gapsOf(other) : [];
  const isMissing = other && ['MISSING_IN_STATEMENT', 'TIMING_CARRY_OVER'].includes(other.found.class);
  const lacks = isMissing && exceptionStep(other.found.state, 'link') !== undefined;
  if (!lacks || !gap || !missing) return { fault: 'other-not-found' };
  if (gap.direction !== missing.direction || gap.channel !== missing.channel) return { fault: 'does-not-fit' };
  const lines = linesOf(
    other.items.filter((one) => one.number === missing.number && one.direction === missing.direction),
  );
  const clears = [
    { ...missing, lines: negated(lines) },
    { ...gap, lines },
  ];
  const rest = netOf(clears);
  if (rest < 0 && -rest > limits.writeOffFen && !basis) return { fault: 'over-limit' };
  const { channel, merchant } = found;
  const account = rest > 0 ? suspenseOf(found) : writtenOffOf(found);
  const put = { channel, merchant, amountFen: rest, feeFen: 0, number: gap.number };
  return {
    act: 'settle',
    entries: [{ kind: 'repost', legs: [...clearingLegs(clears), ...signed(account, -rest)], clears }],
    ...(rest > 0 && { suspended: put }),
    ends: 'linked',
    reconciles: [{ ...gap, lines }],
    feeFen: found.row?.feeFen ?? 0,
  };
}

/** A person has read the line: it is settled as the run settles a row, and what the ledger has under its number is met by it. */
export function planRow(situation: Situation, { row, basis }: WishOf<'enter-row'>): Planned {
  const { found, elsewhere = [], isOwnAccount, limits } = situation;
  const { channel, merchant, day } = found;
  const { number, direction, amountFen, feeFen } = row;
  const booked = elsewhere.reduce((sum, one) => sum + one.amountFen, 0);
  const met = Math.max(0, Math.min(amountFen, booked));
  const lines = met === booked ? linesOf(elsewhere) : [];
  const item: ClearingItem = {
    channel,
    merchant,
    day,
    number,
    direction,
    amountFen: -met,
    ref: '',
    lines: negated(lines),
  };
  const paidOut = movedBy({ direction, amountFen });
  const rest = movedBy({ direction, amountFen: amountFen - met });
  if (rest < 0 && -rest > limits.writeOffFen && !basis) return { fault: 'over-limit' };
  const clears = met > 0 ? [item] : [];
  const account = rest > 0 ? suspenseOf(found) : writtenOffOf(found);
  const legs = [...signed(transitOf(found), paidOut), ...clearingLegs(clears), ...signed(account, -rest)];
  const fee = [
    ...signed(feesOf(found), feeFen),
    ...signed(isOwnAccount ? transitOf(found) : feesDueOf(found), -feeFen),
  ];
  const isAll = met === 0;
  return {
    act: 'settle',
    entries: [{ kind: 'settle', legs, clears }, ...(fee.length > 0 ? [{ kind: 'fee' as const, legs: fee }] : [])],
    ...(rest > 0 && { suspended: { channel, merchant, amountFen: rest, feeFen: isAll ? feeFen : 0, number } }),
    entered: row,
    paidOutFen: paidOut - (isOwnAccount ? feeFen : 0),
    reconciles: lines.length > 0 ? [...elsewhere] : [],
    feeFen: isAll ? 0 : feeFen,
  };
}
