import * as z from 'zod';
import { once } from '#shared/once';
import { daysBetween } from '#shared/calendar';
import { accountKinds, kindOf, type AccountKind } from '../ledger/accounts.ts';
import type { Balance } from '../ledger/balance.ts';

export const layers = once(() => z.array(z.tuple([z.string(), z.array(z.tuple([z.string(), z.int()]))])));
/** 账龄: of which days what an account holds is, the oldest first. They sum to what it holds. */
export type Layers = Map<string, readonly (readonly [day: string, fen: number])[]>;

/** What is expected to leave again, and is asked for when it stays. */
const aged = new Set<AccountKind>([
  'clearing',
  'transit',
  'bank',
  'suspense',
  'refunds',
  'receivable',
  'till',
  'shortage',
]);

/** The layers after a day: what came is that day's, and what left was the oldest (先进先出). */
export function layersAfter(before: Layers, moved: ReadonlyMap<string, Balance>, day: string): Layers {
  const after: Layers = new Map(before);
  for (const [account, { debitFen, creditFen }] of moved) {
    const kind = kindOf(account);
    if (!aged.has(kind)) continue;
    const [came, left] = accountKinds[kind].normal === 'debit' ? [debitFen, creditFen] : [creditFen, debitFen];
    const stack = before.get(account) ?? [];
    const rest = put(put(stack, [day, came]), [day, -left]);
    if (rest.length > 0) after.set(account, rest);
    else after.delete(account);
  }
  return after;
}

type Stack = readonly (readonly [string, number])[];

/** Puts an amount onto what is of the other sign, the oldest first; what is left of it is a layer of its own. */
function put(stack: Stack, [day, fen]: readonly [string, number]): Stack {
  if (fen === 0) return stack;
  const [first, ...rest] = stack;
  if (!first) return [[day, fen]];
  const [of, held] = first;
  if (Math.sign(held) === Math.sign(fen)) return joined(stack, [day, fen]);
  const sum = held + fen;
  if (sum === 0) return rest;
  return Math.sign(sum) === Math.sign(held) ? [[of, sum], ...rest] : put(rest, [day, sum]);
}

function joined(stack: Stack, [day, fen]: readonly [string, number]): Stack {
  const last = stack.at(-1);
  return last?.[0] === day ? [...stack.slice(0, -1), [day, last[1] + fen]] : [...stack, [day, fen]];
}

/** 账龄段, in days after the day of a layer: up to 3, 4–7, 8–30, 31–90, more. */
export const ageBands = ['0-3', '4-7', '8-30', '31-90', 'over-90'] as const;
export type AgeBand = (typeof ageBands)[number];

export function bandOf(from: string, day: string): AgeBand {
  const days = daysBetween(from, day);
  if (days <= 3) return '0-3';
  if (days <= 7) return '4-7';
  if (days <= 30) return '8-30';
  return days <= 90 ? '31-90' : 'over-90';
}
