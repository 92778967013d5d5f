import * as z from 'zod';
import { once } from '#shared/once';
import { expect, type Expected } from '../bank/expected.ts';
import { feesBorneOf, payeeAccount, transitOf } from '../ledger/accounts.ts';
import type { Leg, SaidEntry } from '../ledger/entry.ts';
import { isSamePerson, type Acting } from '../person.ts';
import { netOf } from '../remittance/lines.ts';
import { released, type Released } from '../remittance/released.ts';
import { mostSources } from '../remittance/remittance.ts';
import { settlementState, settlementStep, type SettlementAct } from './graph.ts';

/** 清分: what a payee with an account of its own is paid of a day, gross, the fees of the channels, and net. */
export const settlement = once(() =>
  z.object({
    /** `settlement.water.2026-08-04` */
    id: z.string(),
    version: z.int().min(1),
    state: settlementState,
    merchant: z.string(),
    day: z.string(),
    /** By which the bank's row names the payment. */
    number: z.string(),
    lines: released().shape.lines,
    fees: z.array(z.object({ channel: z.string(), feeFen: z.int() })),
    inFen: z.int(),
    outFen: z.int(),
    feeFen: z.int(),
    netFen: z.int().min(1),
    sources: z.array(z.object({ source: z.string(), channel: z.string(), day: z.string() })),
    drawnBy: z.string(),
    drawnParty: z.string().optional(),
    drawnAt: z.coerce.date(),
    /** The file for the bank, as it was kept when it was approved, and the account that it names, which never changes. */
    approved: z
      .object({
        by: z.string(),
        at: z.coerce.date(),
        key: z.string(),
        sha256: z.string(),
        account: z.uuid().optional(),
      })
      .optional(),
    rejected: z.object({ by: z.string(), at: z.coerce.date(), reason: z.string() }).optional(),
    paidOver: z.object({ by: z.string(), at: z.coerce.date() }).optional(),
    timelineHash: z.string(),
  }),
);
export type Settlement = z.infer<ReturnType<typeof settlement>>;

export interface SettlementChange {
  before: Settlement | undefined;
  after: Settlement;
  act: SettlementAct | 'draw';
  entries: readonly SaidEntry[];
}
export interface DrawnSettlement extends SettlementChange {
  taken: readonly Released[];
}

/** What it has taken is given back. */
export interface SettlementRejected extends SettlementChange {
  givenBack: readonly Released[];
}

interface Drawing {
  merchant: string;
  day: string;
  by: Acting;
  at: Date;
  /** Today's, which was rejected. */
  before?: Settlement | undefined;
}
export const settlementId = ({ merchant, day }: Pick<Drawing, 'merchant' | 'day'>): string =>
  `settlement.${merchant}.${day}`;

/** What of a merchant has arrived. Undefined where nothing would be paid: what is below zero is carried to the next day. */
export function drawSettlement(arrived: readonly Released[], drawing: Drawing): DrawnSettlement | undefined {
  const taken = arrived.slice(0, mostSources);
  const fees = [...Map.groupBy(taken, ({ channel }) => channel)].map(([channel, own]) => ({
    channel,
    feeFen: own.reduce((sum, one) => sum + one.feeFen, 0),
  }));
  const feeFen = fees.reduce((sum, one) => sum + one.feeFen, 0);
  const netFen = netOf(taken) - feeFen;
  if (netFen <= 0) return undefined;
  const lines = summed(taken);
  const sum = (side: 'inFen' | 'outFen') => lines.reduce((fen, line) => fen + line[side], 0);
  const { merchant, day, by, at, before } = drawing;
  const amounts = { inFen: sum('inFen'), outFen: sum('outFen'), feeFen, netFen };
  const after: Settlement = {
    id: settlementId(drawing),
    version: (before?.version ?? 0) + 1,
    state: 'drawn',
    merchant,
    day,
    number: `QS${day.replaceAll('-', '')}-${merchant.toUpperCase()}`,
    lines,
    fees,
    ...amounts,
    sources: taken.map((one) => ({ source: one.source, channel: one.channel, day: one.day })),
    drawnBy: by.sub,
    drawnParty: by.partyId,
    drawnAt: at,
    timelineHash: before?.timelineHash ?? '',
  };
  return { before, after, act: 'draw', entries: [], taken };
}

function summed(taken: readonly Released[]): Released['lines'] {
  const groups = Map.groupBy(
    taken.flatMap(({ lines }) => lines),
    ({ payee, destination, code, subject }) => [payee, destination, code, subject].join(' '),
  );
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    const sum = (side: 'inFen' | 'outFen') => own.reduce((fen, line) => fen + line[side], 0);
    return first ? [{ ...first, inFen: sum('inFen'), outFen: sum('outFen') }] : [];
  });
}

/** Whether somebody has drawn it: another person must approve it. */
export const isDrawer = ({ drawnBy: by, drawnParty: party }: Settlement, actor: Acting): boolean =>
  isSamePerson({ by, party }, actor);

/** Another person has looked at it: the bank is told to pay, by the file that is kept. Undefined where that is done. */
export function approveSettlement(
  before: Settlement,
  approved: NonNullable<Settlement['approved']>,
): SettlementChange | undefined {
  const state = settlementStep(before.state, 'approve');
  return state && change(before, 'approve', { state, approved });
}

/** Another person has looked at it and says no: its money waits again, for one that is drawn anew. Undefined where it is approved, or was rejected. */
export function rejectSettlement(
  before: Settlement,
  rejected: NonNullable<Settlement['rejected']>,
  givenBack: readonly Released[],
): SettlementRejected | undefined {
  const state = settlementStep(before.state, 'reject');
  return state && { ...change(before, 'reject', { state, rejected }), givenBack };
}

const placeOf = ({ merchant }: Settlement) => ({ channel: 'settlement', merchant });

/** What the bank's statement is to show of it. */
export function expectSettlement(found: Settlement, day: string): Expected {
  const { id, merchant, number, netFen } = found;
  const said = { id, merchant, channel: 'bank', day, number, amountFen: -netFen };
  return expect({ ...said, account: transitOf(placeOf(found)) });
}

/** The bank has paid it: the payee is owed it no more, and the fees are his. Undefined where it was not approved, or is paid. */
export function payOver(
  before: Settlement,
  paidOver: NonNullable<Settlement['paidOver']>,
): SettlementChange | undefined {
  const state = settlementStep(before.state, 'pay-over');
  return state && { ...change(before, 'pay-over', { state, paidOver }), entries: [payOverEntry(before)] };
}

function payOverEntry(found: Settlement): SaidEntry {
  const owed = [...Map.groupBy(found.lines, payeeAccount)].flatMap(([account, own]) =>
    leg(
      account,
      own.reduce((fen, one) => fen + one.inFen - one.outFen, 0),
    ),
  );
  const fees = found.fees.flatMap(({ channel, feeFen }) =>
    leg(feesBorneOf({ channel, merchant: found.merchant }), -feeFen),
  );
  return { kind: 'pay-over', legs: [...owed, ...fees, ...leg(transitOf(placeOf(found)), -found.netFen)] };
}

function leg(account: string, fen: number): Leg[] {
  return fen === 0 ? [] : [{ account, side: fen > 0 ? 'debit' : 'credit', amountFen: Math.abs(fen) }];
}

const change = (before: Settlement, act: SettlementAct, is: Partial<Settlement>): SettlementChange => ({
  before,
  after: { ...before, ...is, version: before.version + 1 },
  act,
  entries: [],
});
