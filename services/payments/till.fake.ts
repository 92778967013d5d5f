import type { Envelope } from '#events/event';
import { envelopeOf, openPayments } from '../../test/support/payments.ts';
import { fakeChannel } from './channels/channel.fake.ts';
import { elsewhereChannel } from './channels/counter.ts';
import { takeWord } from './functions/notice/take-word.ts';
import { ownCause } from './functions/own-cause.ts';
import { readBooks } from './books.fake.ts';

export type Till = Awaited<ReturnType<typeof openTill>>;

/** Payments with a channel in memory, and what lives over both have made so far. */
export async function openTill(mostParts: number) {
  const bills: { id: string; assessmentId: string; caseId: string; revision: number }[] = [];
  const orders: string[] = [];
  let fake: ReturnType<typeof fakeChannel> | undefined;
  const world = openPayments({
    change: (deps) => {
      fake = fakeChannel(deps.now, mostParts);
      return { ...deps, channels: new Map([fake.channel, elsewhereChannel].map((one) => [one.key, one])) };
    },
  });
  if (!fake) throw new Error('no channel');
  await world.openCharges();
  // The walks begin: what is due before the first one is nobody's.
  await world.tick();
  const till = fake;
  const told: Envelope[] = [];
  const believe = (number: string) =>
    takeWord(number, till.standing(number), { ...world.deps, cause: ownCause(world.deps) });
  const pass = async (minutes: number): Promise<void> => {
    world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000);
    await world.tick();
  };

  /** What is left when nothing fails any more and time has passed: everybody has been told. */
  async function rest(): Promise<void> {
    till.heal();
    world.base.table.heal();
    await world.hear(...told);
    for (let n = 0; n < 4; n++) {
      for (const number of till.charges.keys()) await believe(number);
      for (const number of till.refunds.keys()) till.settleRefund(number, 'done');
      await pass(2 * 24 * 60);
      await world.settle();
    }
  }
  /** A fact of intake; one that could not be taken in comes again at the end, and so does one that was. */
  const tell = (contract: { type: string }, data: Record<string, unknown>) => {
    const fact = envelopeOf(contract, data, world.clock.now);
    told.push(fact);
    return world.hear(fact);
  };
  return { world, till, bills, orders, tell, believe, pass, rest, books: () => readBooks(world.base.table) };
}
