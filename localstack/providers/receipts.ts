import { receiptFaults, type Faults, type ProviderName } from './faults.ts';
import type { Posted } from './box.ts';
import type { Protocol } from './protocol.ts';

interface Means {
  faults: Faults;
  protocolOf: (provider: ProviderName) => Pick<Protocol, 'receipt' | 'receiptKey'>;
  /** Where receipts go, without the provider's name; empty: nobody wants any. */
  base: () => string;
  begin: () => () => void;
}

/** An operator reports after a moment, perhaps before whoever has sent has written down the answer. What is not taken in comes again, four times in all. */
const [reportMs, retryMs, mostTries] = [100, 5000, 4];

/** Tells of what was delivered, or was not. */
export function receiptSender({ faults, protocolOf, base, begin }: Means) {
  const waiting = new Set<NodeJS.Timeout>();
  const after = (ms: number, work: () => void) => {
    const timer = setTimeout(() => {
      waiting.delete(timer);
      work();
    }, ms);
    waiting.add(timer.unref());
  };

  async function send(posted: Posted, key?: string): Promise<boolean> {
    const { receipt, receiptKey } = protocolOf(posted.provider);
    const said = receipt?.(posted);
    if (said === undefined) return true;
    const end = begin();
    try {
      const url = `${base()}/${posted.provider}?key=${key ?? receiptKey}`;
      const isMail = typeof said === 'string';
      const headers = { 'content-type': isMail ? 'message/rfc822' : 'application/json' };
      const response = await fetch(url, { method: 'POST', headers, body: isMail ? said : JSON.stringify(said) });
      return response.ok;
    } catch {
      return false;
    } finally {
      end();
    }
  }

  async function deliver(posted: Posted, tries = 1): Promise<void> {
    const fault = faults.next(posted.provider, receiptFaults);
    posted.state = fault === 'receipt-failed' ? 'failed' : 'delivered';
    if (fault === 'receipt-lost' || base() === '') return;
    if (fault === 'receipt-forged') return void (await send(posted, 'forged'));
    const taken = await send(posted);
    if (fault === 'receipt-twice') await send(posted);
    if (!taken && tries < mostTries) after(retryMs, () => void deliver(posted, tries + 1));
  }

  return {
    /** The line is held until it has been told: whoever waits for quiet waits for it. */
    report(posted: Posted): void {
      const end = begin();
      after(reportMs, () => void deliver(posted).finally(end));
    },
    stop: () => waiting.forEach((timer) => clearTimeout(timer)),
  };
}
