import { retried } from '#shared/conflict';
import type { NotificationsDeps } from '../../deps.ts';
import type { Receipt } from '../../sending/provider.ts';
import type { Named } from '../../stores/early-receipts.ts';

/** So long the message of a receipt is waited for, as any parked fact is. */
const waitedMs = 3_600_000;

type Place = { noticeId: string; n: number };

/**
 * Which delivery a provider means by its own id. Where its answer is not written down yet, and perhaps never will be, what it tells is
 * parked until it is, since no provider tells twice: undefined.
 */
export function placeOrPark(
  named: Named,
  said: Receipt['said'],
  { notices, earlyReceipts, now, pause }: Pick<NotificationsDeps, 'notices' | 'earlyReceipts' | 'now' | 'pause'>,
): Promise<Place | undefined> {
  // Whoever loses to the sender finds the message known; whoever loses to the same receipt finds it parked.
  return retried(async () => {
    const place = await notices.sentAs(named.provider, named.providerRef);
    if (place || (await earlyReceipts.of(named))) return place;
    const at = now();
    await earlyReceipts.park({ ...named, said, until: new Date(at.getTime() + waitedMs) }, at);
    return undefined;
  }, pause);
}
