import { openPayments } from '../support/payments.ts';

/** Payments of a set, and what its routes are asked about: a bill, a charge to pay, a list to approve, a day that is over. */
export function openTill(set: string) {
  const world = openPayments({ set });
  let opened: Promise<void> | undefined;
  const bill = async (payer: string): Promise<string> => {
    await (opened ??= world.openCharges());
    return world.assess({ payer });
  };
  return {
    handle: world.handle,
    bill,

    /** A list that another person has proposed. */
    async proposed(): Promise<string> {
      return world.propose();
    },

    /** The first day of the ledger, which is over. */
    async overDay(): Promise<string> {
      const now = world.clock.now;
      world.clock.now = new Date(now.getTime() - 2 * 86_400_000);
      const day = world.clock.now.toISOString().slice(0, 10);
      await (opened ??= world.openCharges());
      world.clock.now = now;
      return day;
    },
  };
}
