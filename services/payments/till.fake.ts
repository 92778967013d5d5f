import type { Envelope } from '#events/event';
import { remittedBy } from '../../test/support/remitted.ts';
import { envelopeOf, openPayments } from '../../test/support/payments.ts';
import { fakeChannel } from './channels/channel.fake.ts';
import { elsewhereChannel } from './channels/counter.ts';
import { takeWord } from './functions/notice/take-word.ts';
import { ownCause } from './functions/own-cause.ts';
import { readBooks } from './books.fake.ts';

export type Till = Awaited<ReturnType<typeof openTill>>;

interface Billed {
  id: string;
  assessmentId: string;
  caseId: string;
  revision: number;
}

/** Payments with a channel in memory, and lists that have taken what was released. */
async function openWorld(mostParts: number) {
  const remitted = remittedBy();
  let fake: ReturnType<typeof fakeChannel> | undefined;
  const world = openPayments({
    change: (deps) => {
      fake = fakeChannel(deps.now, mostParts);
      const channels = [fake.channel, elsewhereChannel].map((one) => [one.key, one] as const);
      return { ...remitted.change(deps), channels: new Map(channels) };
    },
  });
  if (!fake) throw new Error('no channel');
  await world.openCharges();
  // The walks begin: what is due before the first one is nobody's.
  await world.tick();
  return { world, till: fake, lists: remitted.lists };
}

/** Payments, and what lives over both have made so far. */
export async function openTill(mostParts: number) {
  const bills: Billed[] = [];
  const orders: string[] = [];
  const { world, till, lists } = await openWorld(mostParts);
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
  return {
    world,
    till,
    bills,
    orders,
    lists,
    tell,
    believe,
    pass,
    rest,
    books: () => readBooks(world.base.table),
  };
}
