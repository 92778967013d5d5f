import type { Actor } from '#shared/actor';
import { staffActor } from '../../test/support/actors.ts';
import { account } from '../../test/support/refunds.ts';
import { reconciliationId } from './domain/reconciliation/reconciliation.ts';
import type { Till } from './till.fake.ts';

const one = <Item>(of: readonly Item[], n: number): Item | undefined => of[n % Math.max(1, of.length)];

const unit = (department: string) => staffActor('head', { district: 'gulou', department }, 'the unit');

type Deed = (a: number, b: number) => Promise<void>;
interface Finance {
  propose: Deed;
  decide: Deed;
}

/** 缴库, 退付: what was taken on a day is with the treasury; what goes back of it then goes by other people. */
export function treasuryDeeds({ world, lists, books }: Till, finance: Finance) {
  const treasurer = staffActor('treasurer', { district: 'fuzhou' }, 'the treasurer');
  const waiting = (state: string, a: number) =>
    one(
      books().refunds.filter((found) => found.state === state),
      a,
    );
  const act = (id: string, name: string, [actor, body]: [Actor, object]) =>
    world.send('POST', `/payments/refunds/${id}/${name}`, { actor, body });
  const deeds = {
    remit: async (a: number) => {
      const taken = one(
        books().items.filter(({ direction }) => direction === 'in'),
        a,
      );
      const source = taken?.channel === 'elsewhere' ? `elsewhere.${taken.number}` : taken && reconciliationId(taken);
      if (source) lists.set(source, a % 3 === 0 ? 'sent' : 'confirmed');
    },
    verify: async (a: number, b: number) => {
      const found = waiting('verifying', a);
      const by = unit(found?.unit?.department ?? '');
      if (found)
        await (b % 4 === 0
          ? act(found.id, 'refuse', [by, { reason: '不退' }])
          : act(found.id, 'verify', [by, account]));
    },
    payBack: async (a: number, b: number) => {
      const found = waiting('treasury-due', a);
      if (found)
        await (b % 4 === 0
          ? act(found.id, 'return', [treasurer, {}])
          : act(found.id, 'pay-back', [treasurer, { order: `T-${b}` }]));
    },
    /** What the channel cannot give back goes to an account, if it was not remitted. */
    redirect: async (a: number) => {
      const found = waiting('stuck', a);
      if (found) await act(found.id, 'redirect', [world.finance, account]);
    },
    /** A refund that goes, or begins to go, all the way: remitted before it is proposed, or while it waits, or while it is stuck. */
    giveBack: async (a: number, b: number) => {
      if (b % 3 === 0) await deeds.remit(a + 1);
      await finance.propose(a, 1 + (b % 15));
      if (b % 3 === 1) await deeds.remit(a + 1);
      await finance.decide(a, 1);
      await deeds.verify(a, 1 + b);
      await finance.decide(a, 1);
      await deeds.payBack(a, b);
    },
  };
  return deeds;
}
