import type { Actor } from '#shared/actor';
import { dayOf } from '#shared/calendar';
import { fakeChannel } from '../../services/payments/channels/channel.fake.ts';
import { fakeCollector } from '../../services/payments/collectors/collector.fake.ts';
import { paymentCodeOf } from '../../services/payments/domain/bill/payment-code.ts';
import { staffActor } from '../support/actors.ts';
import { bankStatement } from '../support/bank-statements.ts';
import { namedCompany, openPayments } from '../support/payments.ts';
import { oldBooks } from '../support/old-books.ts';
import { receipting } from '../support/receipts.ts';
import { remittedBy } from '../support/remitted.ts';
import { remitting } from '../support/remitting.ts';
import { excepting, ownAccount, rowOf } from '../support/exceptions.ts';
import { account, refunding } from '../support/refunds.ts';
import { companyActor } from './applicants.ts';

/** What the market regulator asks of the company without a case. */
export const departmentBill = (reference: string) => ({
  payer: namedCompany,
  reference,
  lines: [{ code: 'inspection', quantity: 1 }],
  dueAt: '2026-08-20T16:00:00.000Z',
});

/** What a bank has taken by the code on a bill. */
export const paidElsewhere = (paymentCode: string) => ({
  paymentCode,
  amountFen: 30_000,
  paidAt: '2026-08-01T01:00:00.000Z',
  bank: '示例银行',
  slip: 'B-1',
});

/** How far a shift is. */
export type ShiftAt = 'open' | 'counted' | 'sealed';

/** Payments of a set, and what its routes are asked about: a bill, a charge to pay, a list to approve, books to close. */
export function openTill(set: string) {
  const remitted = remittedBy();
  const world = openPayments({
    set,
    change: (deps) => {
      const { channel } = fakeChannel(deps.now);
      const collectors = new Map([['water', fakeCollector().collector]]);
      return { ...remitted.change(deps), collectors, channels: new Map([...deps.channels, [channel.key, channel]]) };
    },
  });
  let opened: Promise<void> | undefined;
  const bill = async (payer: string): Promise<string> => {
    await (opened ??= world.openCharges());
    return world.assess({ payer });
  };
  const back = refunding(world, companyActor(2));
  const exceptions = excepting(world);
  const receipts = receipting(world, companyActor(2));
  /** A bill that was paid. */
  const paid = async (): Promise<string> => {
    const id = await bill(companyActor(2).partyId);
    await back.paid(id);
    return id;
  };
  const keep = async (path: string, body: object, by: Actor): Promise<string> => {
    const reply = await world.send('POST', path, { body, actor: by });
    if (reply.status >= 300) throw new Error(`${path}: ${JSON.stringify(reply.body)}`);
    return String(reply.body.id);
  };
  return {
    handle: world.handle,
    bill,
    paid,

    /** A shift with one payment in cash, of which a little is missing: the cashier's own, or where others act a colleague's. */
    async shift(at: ShiftAt): Promise<string> {
      const by = staffActor('cashier', { district: set }, at === 'open' ? 'cashier' : 'a colleague');
      const id = await keep('/payments/shifts', { hall: 'h-01', window: '12', floatFen: 20_000 }, by);
      const billIds = [await bill(companyActor(2).partyId)];
      await keep(`/payments/shifts/${id}/payments`, { billIds, way: 'cash' }, by);
      if (at === 'open') return id;
      await keep(`/payments/shifts/${id}/count`, { cashFen: 49_900, reason: '找零有误' }, by);
      if (at === 'sealed') await keep(`/payments/shifts/${id}/seal`, { cashFen: 49_900, bag: 'B-1' }, world.finance);
      return id;
    },

    /** A difference that nobody knows, as a run finds it, or as another person has proposed to set it right. */
    async exception(at: 'open' | 'proposed'): Promise<string> {
      const row = rowOf({ number: 'their-1', amountFen: 700 });
      const id = await exceptions.raise({ class: 'MISSING_IN_LEDGER', differenceFen: 700, row });
      if (at === 'proposed') await exceptions.propose(id, { action: 'suspend' });
      return id;
    },

    /** Money that nobody knows, in suspense, or on the way to an account that another person has named. */
    async suspense(at: 'held' | 'under-review' | 'paying-out'): Promise<string> {
      const row = rowOf({ number: 'their-1', amountFen: 700 });
      const found = await exceptions.raise({ class: 'MISSING_IN_LEDGER', differenceFen: 700, row });
      const { suspenseId: id } = await exceptions.ended(found, { action: 'suspend' });
      const act = async (name: string, body: object, [actor, version]: [Actor, number]) =>
        world.send('POST', `/payments/suspense/${id}/${name}`, { body, actor, version });
      if (at !== 'held')
        await act('propose', { action: 'return', reason: '误缴', account: ownAccount }, [world.finance, 1]);
      if (at === 'paying-out') await act('approve', {}, [world.checker, 2]);
      return String(id);
    },

    /** A bill of a department of Gulou, perhaps with a relief that another person proposed; `listed`: only the list is there. */
    async department(as: 'listed' | 'due' | 'relieved'): Promise<string> {
      await (opened ??= world.openCharges());
      if (as === 'listed') return '';
      const by = staffActor('approver', { department: 'amr' }, 'the clerk');
      const id = await keep('/payments/bills', departmentBill('R-1'), by);
      if (as === 'relieved') await keep(`/payments/bills/${id}/reliefs`, { kind: 'waive', basis: '8' }, by);
      return id;
    },

    /** A bill's code, or what another person has entered of a payment by it. */
    async elsewhere(as: 'code' | 'entered'): Promise<string> {
      const code = paymentCodeOf({ id: await bill(companyActor(2).partyId) });
      return as === 'code' ? code : keep('/payments/paid-elsewhere', paidElsewhere(code), world.finance);
    },

    /** A refund that another person has proposed, or brought there. */
    async refund(to: 'proposed' | 'stuck' | 'paying-out' = 'proposed'): Promise<string> {
      const [id = ''] = await back.proposed(await paid(), 30_000, { code: 'road-repair', amountFen: 100 });
      if (to !== 'proposed') await back.stuck(id);
      if (to !== 'paying-out') return id;
      await back.redirected(id);
      await back.act(id, 'approve', [world.checker]);
      return id;
    },

    /** A refund of what has been remitted, which the unit must verify, or the treasury pay. */
    async treasuryRefund(to: 'verifying' | 'treasury-due'): Promise<string> {
      await (opened ??= world.openCharges());
      const line = { code: 'inspection', payee: 'amr', quantity: 1, amountFen: 5000, gate: 'result' as const };
      const billId = await world.assess({ payer: companyActor(2).partyId, lines: [line] });
      await back.paid(billId);
      const source = `sandbox.treasury.${dayOf(world.clock.now)}`;
      remitted.lists.set(source, 'confirmed');
      const [id = ''] = await back.proposed(billId, 5000, { code: 'inspection', amountFen: 100 });
      remitted.lists.delete(source);
      if (to === 'verifying') return id;
      await back.act(id, 'verify', [staffActor('head', { department: 'amr' }, 'the unit'), account]);
      await back.act(id, 'approve', [world.checker]);
      return id;
    },

    /** A receipt over a bill that was paid, whose file is there; verified, or entered too. */
    async receipt(to: 'issued' | 'verified' | 'entered' = 'issued'): Promise<string> {
      await receipts.given(1, 10);
      await paid();
      const [made] = await receipts.own();
      await receipts.drawn(made.id);
      if (to !== 'issued') await receipts.verify(made);
      if (to === 'entered') await receipts.entered(made.id);
      return String(made.id);
    },

    /** What is printed on a receipt. */
    async printed(): Promise<{ code: string; number: string; check: string }> {
      await this.receipt();
      const [{ code, number, check }] = await receipts.own();
      return { code, number, check };
    },

    /** A segment of numbers that another person has proposed, or had approved. */
    segment: (to: 'proposed' | 'open'): Promise<string> =>
      to === 'open' ? receipts.given(1, 10) : receipts.propose(1, 10),

    /** A remittance list that another person has drawn, or sent. */
    async remittance(to: 'drawn' | 'sent'): Promise<string> {
      await (opened ??= world.openCharges());
      return remitting(world).list(to);
    },

    /** A statement that the bank owes; one whose file lies there, or was taken in from another person. */
    async statement(to: 'owed' | 'lying' | 'taken'): Promise<string> {
      await (opened ??= world.openCharges());
      return bankStatement(world, to);
    },

    /** A settlement that another person has drawn, or that is approved; or where it would be paid, as another has proposed. */
    async settlement(to: 'drawn' | 'approved' | 'account'): Promise<string> {
      await (opened ??= world.openCharges());
      const list = remitting(world);
      return to === 'account' ? list.account('proposed') : list.settlement(to);
    },

    /** A list that another person has proposed. */
    async proposed(): Promise<string> {
      return world.propose();
    },

    /** A day, month or year whose books another person has proposed to close, or that are shut. */
    period: (kind: 'day' | 'month' | 'year', to: 'over' | 'proposed' | 'closed'): Promise<string> =>
      oldBooks(world, kind, to),

    /** What who approves a month or a year signs. */
    ageingOf: async (id: string): Promise<string | undefined> => (await world.deps.periods.load(id)).ageing,
  };
}
