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

    /** A list of some money; its id. */
    async list(to: 'drawn' | 'sent'): Promise<string> {
      await this.releases({});
      const { id } = (await act('')).body.items[0];
      if (to === 'sent') await act(`/${id}/send`);
      return String(id);
    },
  };
}
