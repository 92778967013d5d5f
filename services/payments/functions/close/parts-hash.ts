import { sha256 } from '#shared/cause';
import type { CloseDeps } from '../../deps.ts';
import { partsOfPeriod, previousOf, type Period } from '../../domain/close/period.ts';
import { sealHead, sealTail } from '../../domain/close/sealed.ts';
import type { PeriodSum } from '../../domain/close/sum.ts';

/** The hash of a month or a year: that of the one before, of each of its parts, what they come to, and what two people have signed. */
export async function partsHash(
  { id, proposal, approval, ageing, carried }: Period,
  sum: PeriodSum,
  { periods, ledger }: Pick<CloseDeps, 'periods' | 'ledger'>,
): Promise<string> {
  const parts = partsOfPeriod(id, (await ledger.firstDay()) ?? id);
  const [before, ...sealed] = await periods.loadAll([previousOf(id), ...parts]);
  return sha256(
    [
      sealHead(before?.seal?.hash ?? '', id),
      ...sealed.map((one) => JSON.stringify([one.id, one.seal?.hash])),
      ...sealTail(sum, new Map(), []),
      JSON.stringify(['signed', ageing, proposal?.by, approval?.by, carried?.hash]),
    ].join('\n'),
  );
}
