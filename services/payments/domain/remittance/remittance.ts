import * as z from 'zod';
import { once } from '#shared/once';
import { budgetLevel, destination, type Charge } from '../charge/charge-list.ts';
import { isShownBySlip } from '../bank/expected.ts';
import { bankOf, payeeAccount } from '../ledger/accounts.ts';
import type { Leg, SaidEntry } from '../ledger/entry.ts';
import { isSamePerson, type Acting } from '../person.ts';
import { remittanceState, remittanceStep, type RemittanceAct } from './graph.ts';
import { linesOf, netOf } from './lines.ts';
import type { Released } from './released.ts';

/** A line of the list: one payee, subject and level of budget. Gross: what goes back is a column of its own. */
export const remittanceLine = once(() =>
  z.object({
    payee: z.string(),
    destination,
    code: z.string(),
    /** 收入分类科目. */
    subject: z.string(),
    level: budgetLevel,
    percent: z.int(),
    inFen: z.int(),
    outFen: z.int(),
  }),
);
export type RemittanceLine = z.infer<ReturnType<typeof remittanceLine>>;

/** 缴库清单: what of a merchant's money is for the treasury or the fiscal account, of what was reconciled by a day. */
export const remittance = once(() =>
  z.object({
    /** `treasury.2026-08-04`; a second list of a day, where the first was full, ends in `.2`. */
    id: z.string(),
    version: z.int().min(1),
    state: remittanceState,
    merchant: z.string(),
    destination,
    day: z.string(),
    lines: z.array(remittanceLine()),
    inFen: z.int(),
    outFen: z.int(),
    /** The reconciliations and exceptions that have released it, and the payouts in which the bank shows it. */
    sources: z.array(z.object({ source: z.string(), channel: z.string(), day: z.string() })),
    drawnBy: z.string(),
    drawnParty: z.string().optional(),
    drawnAt: z.coerce.date(),
    sentBy: z.string().optional(),
    sentParty: z.string().optional(),
    confirmed: z.object({ by: z.string(), at: z.coerce.date(), receipt: z.string() }).optional(),
    timelineHash: z.string(),
  }),
);
export type Remittance = z.infer<ReturnType<typeof remittance>>;

export interface RemittanceChange {
  before: Remittance | undefined;
  after: Remittance;
  act: RemittanceAct | 'draw';
  entries: readonly SaidEntry[];
}

/** How many releases one list takes: each is two writes of its transaction. */
export const mostSources = 40;

interface Drawing {
  merchant: string;
  day: string;
  by: Acting;
  at: Date;
  chargeOf: (code: string) => Charge | undefined;
}
export interface Drawn extends RemittanceChange {
  taken: readonly Released[];
}

/** The lists of what waits, from the `first` of the day on. Nothing where no money would go: that waits for a day on which some does. */
export function draw(waiting: readonly Released[], first: number, drawing: Drawing): Drawn[] {
  const lists: Drawn[] = [];
  for (let at = 0; at < waiting.length; at += mostSources) {
    const taken = waiting.slice(at, at + mostSources);
    if (netOf(taken) <= 0) break;
    lists.push(drawOne(taken, idOf(drawing, first + lists.length), drawing));
  }
  return lists;
}

export const idOf = ({ merchant, day }: Pick<Drawing, 'merchant' | 'day'>, nth: number): string =>
  nth === 1 ? `${merchant}.${day}` : `${merchant}.${day}.${nth}`;

function drawOne(taken: readonly Released[], id: string, { merchant, day, by, at, chargeOf }: Drawing): Drawn {
  const lines = linesOf(taken, chargeOf);
  const sum = (side: 'inFen' | 'outFen') => lines.reduce((fen, line) => fen + line[side], 0);
  const after: Remittance = {
    id,
    version: 1,
    state: 'drawn',
    merchant,
    destination: lines[0]?.destination ?? 'treasury',
    day,
    lines,
    inFen: sum('inFen'),
    outFen: sum('outFen'),
    sources: taken.map((one) => ({ source: one.source, channel: one.channel, day: one.day })),
    drawnBy: by.sub,
    drawnParty: by.partyId,
    drawnAt: at,
    timelineHash: '',
  };
  return { before: undefined, after, act: 'draw', entries: [], taken };
}

/**
 * In which payout the bank is to show what a source has released: the channel’s of that day. Undefined of what the bank alone releases:
 * it has arrived.
 */
export const payoutOf = ({ channel, day }: Remittance['sources'][number], merchant: string) =>
  isShownBySlip(channel) ? undefined : { merchant, day, id: `${channel}.${merchant}.${day}` };

/** The treasury has been given it. Undefined where that is done. */
export function send(before: Remittance, { sub: sentBy, partyId: sentParty }: Acting): RemittanceChange | undefined {
  const state = remittanceStep(before.state, 'send');
  return state && change(before, { act: 'send', is: { state, sentBy, sentParty }, entries: [] });
}

/** Whether somebody has drawn it, or given it to the treasury: another person must confirm it. */
export const isMaker = ({ drawnBy, drawnParty, sentBy, sentParty }: Remittance, actor: Acting): boolean =>
  isSamePerson({ by: drawnBy, party: drawnParty }, actor) ||
  (sentBy !== undefined && isSamePerson({ by: sentBy, party: sentParty }, actor));

/** The money is where the law puts it: the payees are owed it no more. Undefined where it was not sent, or is confirmed. */
export function confirm(
  before: Remittance,
  confirmed: NonNullable<Remittance['confirmed']>,
): RemittanceChange | undefined {
  const state = remittanceStep(before.state, 'confirm');
  return state && change(before, { act: 'confirm', is: { state, confirmed }, entries: [remitEntry(before)] });
}

function remitEntry({ lines, merchant }: Remittance): SaidEntry {
  const owed = [...Map.groupBy(lines, payeeAccount)].map(([account, own]) => legOf(account, sumOf(own)));
  return { kind: 'remit', legs: [...owed, legOf(bankOf({ merchant }), -sumOf(lines))].flat() };
}

/** A payee of whom more went back than came is owed by the treasury's account, not the other way round. */
function legOf(account: string, fen: number): Leg[] {
  if (fen === 0) return [];
  return [{ account, side: fen > 0 ? 'debit' : 'credit', amountFen: Math.abs(fen) }];
}

const sumOf = (lines: readonly RemittanceLine[]): number => lines.reduce((fen, one) => fen + one.inFen - one.outFen, 0);

interface Step {
  act: RemittanceAct;
  is: Partial<Remittance>;
  entries: readonly SaidEntry[];
}
const change = (before: Remittance, { act, is, entries }: Step): RemittanceChange => ({
  before,
  after: { ...before, ...is, version: before.version + 1 },
  act,
  entries,
});
