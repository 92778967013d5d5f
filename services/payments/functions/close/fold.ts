import { createHash } from 'node:crypto';
import type { CloseDeps } from '../../deps.ts';
import type { Balance } from '../../domain/ledger/balance.ts';
import { layersAfter } from '../../domain/close/layers.ts';
import { carriedOn, sealEntry, sealHead, sealTail, type Control } from '../../domain/close/sealed.ts';
import { addEntry, emptySum, type PeriodSum } from '../../domain/close/sum.ts';
import type { ClosedDay } from '../../stores/periods.ts';

type Ledger = Pick<CloseDeps, 'ledger'>;

/** What the entries of a day come to, read all partitions at once. For a day that is open. */
export async function foldDay(day: string, { ledger }: Ledger): Promise<PeriodSum> {
  const sum = emptySum();
  await ledger.each(day, (one) => addEntry(sum, one));
  return sum;
}

/**
 * A day as it is sealed: its entries are read page by page in the order of their ids, so that a day of a million takes no more memory
 * than its sum.
 */
export async function sealOf(
  { day, before, controls }: { day: string; before: ClosedDay | undefined; controls: readonly Control[] },
  { ledger }: Ledger,
): Promise<{ closed: ClosedDay; sum: PeriodSum }> {
  const sum = emptySum();
  const hash = createHash('sha256').update(sealHead(before?.hash ?? '', day));
  for await (const page of ledger.pagesOf(day)) {
    for (const one of page) {
      addEntry(sum, one);
      hash.update(`\n${sealEntry(one)}`);
    }
  }
  const balances = carriedOn(new Map<string, Balance>(before?.balances), sum.moved);
  for (const line of sealTail(sum, balances, controls)) hash.update(`\n${line}`);
  const layers = layersAfter(new Map(before?.layers), sum.moved, day);
  const kept = { balances: [...balances], layers: [...layers].map(copied), controls: [...controls] };
  return { closed: { day, hash: hash.digest('base64url'), ...kept }, sum };
}

const copied = ([account, stack]: readonly [string, readonly (readonly [string, number])[]]): [
  string,
  [string, number][],
] => [account, stack.map(([day, fen]) => [day, fen])];
