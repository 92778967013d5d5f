import { daysAfter, dayOf } from '#shared/calendar';
import { payeeAccount, suspenseOf, writtenOffOf } from '../ledger/accounts.ts';
import type { ClearingLine } from '../ledger/clearing-item.ts';
import { signed } from '../ledger/entry.ts';
import type { Planned } from './plan.ts';
import { bookedOf } from './plan-over.ts';
import { clearingLegs, gapsOf, linesOf, negated, netOf, type Situation } from './situation.ts';
import type { WishOf } from './wish.ts';

/** 冲销: the money has not come, so the payees are not owed it. What has gone out instead, finance bears. */
export function planReverse(situation: Situation, { lines: wished, basis }: WishOf<'reverse'>): Planned {
  const { found, limits } = situation;
  const [gap, ...others] = gapsOf(situation);
  const lost = -netOf(others);
  if (!gap || lost < 0 || gap.amountFen >= 0) return { fault: 'does-not-fit' };
  if (lost > limits.writeOffFen && !basis) return { fault: 'over-limit' };
  const booked = bookedOf(situation);
  const taken = takenBack(linesOf(booked), wished);
  const lines = negated(taken ?? []);
  if (!taken || sumOf(lines) !== gap.amountFen) return { fault: 'lines-differ' };
  const item = { ...gap, lines };
  const clears = [item, ...others];
  const owed = taken.flatMap((one) => signed(payeeAccount(one), one.amountFen));
  const legs = [...clearingLegs(clears), ...owed, ...signed(writtenOffOf(found), lost)];
  return {
    act: 'settle',
    entries: [{ kind: 'reverse', legs, clears, lines }],
    reconciles: [...booked, item],
    feeFen: found.row?.feeFen ?? 0,
    reversed: taken.map(({ code, amountFen }) => ({ code, amountFen })),
  };
}

/** The lines that are named, or all; undefined where one is not there so high. */
function takenBack(booked: readonly ClearingLine[], wished: WishOf<'reverse'>['lines']): ClearingLine[] | undefined {
  if (!wished) return [...booked];
  if (new Set(wished.map(({ code }) => code)).size < wished.length) return undefined;
  const found = wished.flatMap(({ code, amountFen }) => {
    const line = booked.find((one) => one.code === code && one.amountFen >= amountFen);
    return line ? [{ ...line, amountFen }] : [];
  });
  return found.length === wished.length ? found : undefined;
}

const sumOf = (lines: readonly ClearingLine[]): number => lines.reduce((sum, one) => sum + one.amountFen, 0);

/** 核销: finance bears it. Above the limit it takes a paper that allows it. */
export function planWriteOff(situation: Situation, { basis }: WishOf<'write-off'>): Planned {
  const { found, limits } = situation;
  const gaps = gapsOf(situation);
  const lost = -netOf(gaps);
  if (lost <= 0) return { fault: 'does-not-fit' };
  if (lost > limits.writeOffFen && !basis) return { fault: 'over-limit' };
  const legs = [...clearingLegs(gaps), ...signed(writtenOffOf(found), lost)];
  return {
    act: 'write-off',
    entries: [{ kind: 'write-off', legs, clears: gaps }],
    reconciles: bookedOf(situation),
    feeFen: found.row?.feeFen ?? 0,
  };
}

/** 移出待处理款项: it was put there by a row that the statement shows no more. */
export function planUnsuspend(situation: Situation): Planned {
  const { suspense, found } = situation;
  const gaps = gapsOf(situation);
  const lost = -netOf(gaps);
  if (suspense?.state !== 'held' || suspense.amountFen !== lost) return { fault: 'does-not-fit' };
  const legs = [...clearingLegs(gaps), ...signed(suspenseOf(suspense), lost)];
  return {
    act: 'settle',
    entries: [{ kind: 'reverse', legs, clears: gaps }],
    withdraws: true,
    reconciles: bookedOf(situation),
    feeFen: found.row?.feeFen ?? 0,
  };
}

/** It may come late: nothing is moved, and it is looked at again when that is over. */
export function planCarry({ found, limits, at }: Situation, { until }: WishOf<'carry'>): Planned {
  const isOver = until < dayOf(at);
  if (isOver || until > daysAfter(found.day, limits.carryDays)) return { fault: 'too-long' };
  return { act: 'carry', entries: [], carriedUntil: until, reconciles: [], feeFen: 0 };
}
