import { dayOf, nextDay, previousDay } from '#shared/calendar';
import { sha256 } from '#shared/cause';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { balancesAfter } from '../../domain/ledger/balance.ts';
import { sealedText } from '../../domain/ledger/seal.ts';
import { dayNotOver } from '../../problems/charge.ts';

/** An act that began before midnight may still write on that day: a day is closed a quarter of an hour after it at the earliest. */
const graceMs = 15 * 60_000;

/** Seals a day that is over: its entries and what every account held then are proved by one hash, carried on from the day before. */
export const closeDay =
  ({ ledger }: PaymentsDeps) =>
  async ({ params, cause }: Call): Promise<HttpResponse> => {
    const day = params['day'] ?? '';
    const last = await ledger.lastClosed(nextDay(day));
    if (last?.day === day) return sealed(last);
    const first = await ledger.firstDay();
    const isNext = last ? last.day === previousDay(day) : first === day;
    if (!isNext || dayOf(new Date(cause.at.getTime() - graceMs)) <= day) return refuse(dayNotOver);
    const entries = await ledger.ofDay(day);
    const after = balancesAfter(new Map(last?.balances ?? []), entries);
    const seal = { day, entries: entries.length, hash: sha256(sealedText(day, last?.hash ?? '', { entries, after })) };
    const reply = sealed(seal);
    await ledger.close(seal, after, { ...cause, reply });
    return reply;
  };

function sealed({ day, entries, hash }: { day: string; entries: number; hash: string }) {
  return { status: 200, body: { day, entries, hash } };
}
