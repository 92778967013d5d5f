import { confirmExpected, expectPayout } from '../../services/payments/domain/bank/expected.ts';
import { ownCause } from '../../services/payments/functions/own-cause.ts';
import { expectedWrites } from '../../services/payments/stores/expected.ts';
import type { Released } from '../../services/payments/domain/remittance/released.ts';
import { releasedWrite } from '../../services/payments/stores/released.ts';
import type { openPayments } from './payments.ts';

type World = ReturnType<typeof openPayments>;

const line = { payee: 'urban', destination: 'treasury', code: 'road-repair', subject: '103043306' } as const;
/** What a run has matched of a day of the treasury's. */
export const release: Released = {
  source: 'wechat.treasury.2026-08-02',
  channel: 'wechat',
  merchant: 'treasury',
  day: '2026-08-02',
  lines: [{ ...line, inFen: 30_000, outFen: 0 }],
  feeFen: 0,
};

export const waterAccount = {
  payee: 'water',
  name: '福州示例自来水有限公司',
  bank: '示例银行福州分行',
  number: '6222021402001234567',
};

/** Lists of remittance, each act by whom it is for. */
export function remitting(world: World) {
  const by = { finance: world.finance, checker: world.checker };
  const act = (path: string, { as = 'finance', body = {} }: { as?: keyof typeof by; body?: object } = {}) =>
    world.send('POST', `/payments/remittances${path}`, { actor: by[as], body });
  return {
    act,
    read: (path: string) => world.send('GET', `/payments/remittances${path}`, { actor: world.checker }),

    /** Money that waits for a list. */
    async releases(...some: readonly Partial<Released>[]): Promise<void> {
      for (const one of some) await world.base.table.transact([releasedWrite({ ...release, ...one })]);
    },

    /** The bank has shown what a channel paid out of a day to the treasury, and to the water company. */
    async arrives(...channels: readonly string[]): Promise<void> {
      for (const [channel, merchant] of channels.flatMap((one) => [
        [one, 'treasury'] as const,
        [one, 'water'] as const,
      ])) {
        const said = { channel, merchant, day: release.day, amountFen: 1, revision: 1 };
        const made = expectPayout({ id: `${channel}.${merchant}.${release.day}`, ...said });
        const cause = ownCause(world.deps);
        const after = confirmExpected(made, { by: 'bank.treasury.2026-08-03', revision: 1, at: cause.at });
        if (after) await world.base.table.transact(expectedWrites({ after }, cause));
      }
    },

    /** The account at which the water company is paid; its id. */
    async account(to: 'proposed' | 'in-force', number = waterAccount.number): Promise<string> {
      const path = '/payments/payout-accounts';
      const { body } = await world.send('POST', path, { actor: by.finance, body: { ...waterAccount, number } });
      const approval = { actor: by.checker, version: 1, body: { number } };
      if (to === 'in-force') await world.send('POST', `${path}/${body.id}/approve`, approval);
      return String(body.id);
    },

    /** A settlement of the water company; its id. */
    async settlement(to: 'drawn' | 'approved' = 'drawn'): Promise<string> {
      const own = { ...line, payee: 'water', destination: 'own-account', code: 'connection' } as const;
      const lines = [{ ...own, inFen: 20_000, outFen: 0 }];
      const source = `wechat.water.${release.day}`;
      await this.releases({ source, channel: 'wechat', merchant: 'water', lines, feeFen: 120 });
      await this.arrives('wechat');
      const { body } = await world.send('POST', '/payments/settlements', { actor: by.finance, body: {} });
      const id = String(body.items[0].id);
      await this.account('in-force');
      const approval = { actor: by.checker, version: 1, body: {} };
      if (to === 'approved') await world.send('POST', `/payments/settlements/${id}/approve`, approval);
      return id;
    },

    /** A list of some money that has arrived; its id. */
    async list(to: 'drawn' | 'sent'): Promise<string> {
      await this.releases({});
      await this.arrives('wechat');
      const { id } = (await act('')).body.items[0];
      if (to === 'sent') await act(`/${id}/send`);
      return String(id);
    },
  };
}
