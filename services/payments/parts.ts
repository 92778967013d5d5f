import { partyStore } from '#shared/merged-parties';
import { replayFrom } from '#shared/mark';
import type { Publisher } from '#shared/outbox';
import type { Table } from '#shared/table';
import type { Channel } from './channels/channel.ts';
import { counterChannel, elsewhereChannel } from './channels/counter.ts';
import { sandboxChannel } from './channels/sandbox.ts';
import { billStore } from './stores/bills.ts';
import { chargeStore } from './stores/charges.ts';
import { claimStore } from './stores/claims.ts';
import type { Collector } from './collectors/collector.ts';
import { elsewhereStore } from './stores/elsewhere.ts';
import { expectedStore } from './stores/expected.ts';
import { endStore } from './stores/ends.ts';
import { exceptionStore } from './stores/exceptions.ts';
import { ledgerStore } from './stores/ledger.ts';
import { orderStore } from './stores/orders.ts';
import { periodStore } from './stores/periods.ts';
import { payoutAccountStore } from './stores/payout-accounts.ts';
import { payerNameStore } from './stores/payer-names.ts';
import { receiptStore } from './stores/receipts.ts';
import { reconciliationStore } from './stores/reconciliations.ts';
import { refundStore } from './stores/refunds.ts';
import { releasedStore } from './stores/released.ts';
import { remittanceStore } from './stores/remittances.ts';
import { shiftStore } from './stores/shifts.ts';
import { settlementStore } from './stores/settlements.ts';
import { stageStore } from './stores/stages.ts';
import { suspenseStore } from './stores/suspense.ts';
import { segmentStore } from './stores/segments.ts';
import { turnStore } from './stores/turns.ts';

interface Means {
  table: Table;
  publisher: Publisher;
  now: () => Date;
}

interface Wish {
  /** Whether there is the channel without money. */
  sandbox: boolean;
  channels?: readonly Channel[];
  collectors?: readonly Collector[];
}

/** What the functions of payments work with over a table, whichever it is. */
export function paymentsParts(
  { table, publisher, now }: Means,
  { sandbox: isOn, channels: real = [], collectors = [] }: Wish,
) {
  const sandbox = isOn ? sandboxChannel(table, now) : undefined;
  const all: readonly Channel[] = [counterChannel, elsewhereChannel, ...(sandbox ? [sandbox] : []), ...real];
  const channels = new Map(all.map((one) => [one.key, one]));
  return {
    replay: replayFrom(table),
    parties: partyStore(table),
    calendars: async () => (await import('#shared/calendar-copies')).calendarStore(table),
    bills: billStore(table, publisher),
    payers: payerNameStore(table),
    orders: orderStore(table, publisher),
    refunds: refundStore(table, publisher),
    elsewhere: elsewhereStore(table, publisher),
    shifts: shiftStore(table, publisher),
    receipts: receiptStore(table, publisher),
    segments: segmentStore(table),
    charges: chargeStore(table),
    ledger: ledgerStore(table),
    periods: periodStore(table, publisher),
    reconciliations: reconciliationStore(table, publisher),
    exceptions: exceptionStore(table),
    expected: expectedStore(table),
    ends: endStore(table, publisher),
    turns: turnStore(table),
    claims: claimStore(table),
    released: releasedStore(table),
    suspense: suspenseStore(table, publisher),
    remittances: remittanceStore(table, publisher),
    stages: stageStore(table),
    payoutAccounts: payoutAccountStore(table),
    settlements: settlementStore(table, publisher),
    channels,
    collectors: new Map(collectors.map((one) => [one.key, one])),
    sandbox,
  };
}
