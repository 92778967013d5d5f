import { randomUUID } from 'node:crypto';
import { FeeAssessedV1 } from '#events/intake/fee-assessed.v1';
import { FeeCancelledV1 } from '#events/intake/fee-cancelled.v1';
import { retried } from '#shared/conflict';
import { company } from '../../test/support/payments.ts';
import type { Fault, Held } from './channels/channel.fake.ts';
import { amountOfBill } from './domain/bill/bill.ts';
import { paymentCodeOf } from './domain/bill/payment-code.ts';
import { numberOf } from './functions/elsewhere/enter-elsewhere.ts';
import type { Till } from './till.fake.ts';
import { treasuryDeeds } from './treasury-deeds.fake.ts';

const line = (amountFen: number, of = 0) => {
  const places = [
    { code: 'road-repair', payee: 'urban' },
    { code: 'exam', payee: 'edu' },
    { code: 'connection', payee: 'water' },
  ];
  return { ...(places[of % 3] ?? places[0]), quantity: 1, amountFen, gate: 'result' as const };
};

const one = <Item>(of: readonly Item[], n: number): Item | undefined => of[n % Math.max(1, of.length)];

/** What can happen, in any order, each with two numbers that say which. */
export const deedsOf = (till: Till) => ({
  ...officeDeeds(till),
  ...payerDeeds(till),
  ...financeDeeds(till),
  ...treasuryDeeds(till, financeDeeds(till)),
  ...bankDeeds(till),
  ...faults(till),
});

function officeDeeds({ bills, tell, world }: Till) {
  const assess = (bill: (typeof bills)[number], fen: number, of: number) => {
    const { assessmentId, caseId, revision } = bill;
    const asked = { assessmentId, caseId, revision, payer: company.partyId, lines: [line(fen, of)] };
    return tell(FeeAssessedV1, { ...asked, dueAt: '2026-08-20T00:00:00.000Z' });
  };
  return {
    assess: async (a: number, b: number) => {
      const caseId = randomUUID();
      const bill = { id: '', assessmentId: `${caseId}.1`, caseId, revision: 1 };
      bills.push(bill);
      await assess(bill, 100 + a, b);
      const { known } = await world.deps.bills.heard(bill.assessmentId);
      bill.id = known?.bill.id ?? '';
    },
    revise: async (a: number, b: number) => {
      const bill = one(bills, a);
      if (bill) await assess(Object.assign(bill, { revision: bill.revision + 1 }), 100 + b, a);
    },
    cancel: async (a: number) => {
      const bill = one(bills, a);
      const { assessmentId, caseId, revision } = bill ?? {};
      if (bill) await tell(FeeCancelledV1, { assessmentId, caseId, revision, reasonCode: 'case-ended' });
    },
  };
}

function payerDeeds({ bills, orders, world, till, believe, pass }: Till) {
  const deeds = {
    place: async (a: number) => {
      const billIds = bills.filter((_, n) => (a >> (n % 4)) & 1).map(({ id }) => id);
      const reply = await world.send('POST', '/payments/orders', { body: { billIds, channel: 'fake' } });
      if (reply.status === 201) orders.push(reply.body.id);
    },
    begin: async (a: number, b: number) => {
      const id = one(orders, a);
      const path = `/payments/orders/${id}/payments/${1 + (b % 3)}/begin`;
      if (id) await world.send('POST', path, { body: { way: 'page' } });
    },
    pay: async (a: number, b: number) => {
      const number = one([...till.charges.keys()], a);
      if (number) till.pay(number, b % 8 === 0);
    },
    close: async (a: number) => {
      const number = one([...till.charges.keys()], a);
      if (number) till.close(number);
    },
    notify: async (a: number) => {
      const number = one([...till.charges.keys()], a);
      if (number) await retried(() => believe(number), world.deps.pause);
    },
    buy: async (a: number, b: number) => {
      await deeds.place(1 << (a % 3));
      await deeds.begin(orders.length - 1, 0);
      // A slow bank comes when the order has run out.
      if (b % 4 === 0) await pass(31);
      await deeds.pay(till.charges.size - 1, 0);
      await deeds.notify(till.charges.size - 1);
      await world.settle({ again: b % 2 === 0 });
    },
    ask: async (a: number) => {
      const id = one(orders, a);
      if (id) await world.send('POST', `/payments/orders/${id}/ask`, { body: {} });
    },
  };
  return deeds;
}

function financeDeeds({ world, till, books }: Till) {
  return {
    propose: async (a: number, b: number) => {
      const paid = [...books().bills.values()].filter(({ bill }) => bill.paid);
      const found = one(paid, a);
      const asked = found?.bill.lines[0];
      if (!found || !asked) return;
      const { fen } = await world.deps.refunds.backOf(found.bill.id);
      const left = amountOfBill(found.bill) - (fen[asked.code] ?? 0);
      // From little to a fen more than there is; now and then by one who believes in another amount.
      const amountFen = Math.max(1, Math.ceil((left * b) / 30));
      const refundableFen = left - (b % 16 === 0 ? 1 : 0);
      const body = { lines: [{ code: asked.code, amountFen }], refundableFen, reason: '多缴' };
      const path = `/payments/bills/${found.bill.id}/refunds`;
      await world.send('POST', path, { body, actor: world.finance });
    },
    decide: async (a: number, b: number) => {
      const open = books().refunds.filter(({ state }) => state === 'proposed' || state === 'verified');
      const id = one(open, a)?.id;
      const [name, body] = b % 4 === 0 ? ['reject', { reason: '不退' }] : ['approve', {}];
      if (id) await world.send('POST', `/payments/refunds/${id}/${name}`, { body, actor: world.checker });
    },
    returned: async (a: number, b: number) => {
      const number = one([...till.refunds.keys()], a);
      if (number) till.settleRefund(number, b % 4 === 0 ? 'failed' : 'done');
    },
  };
}

/** A bank takes money by the code on a bill, whatever has become of the bill; now and then too little, or a slip comes twice. */
function bankDeeds({ bills, world, till, books }: Till) {
  return {
    elsewhere: async (a: number, b: number) => {
      const id = one(bills, a)?.id ?? '';
      const known = books().bills.get(id);
      if (!known) return;
      const slip = { bank: 'bank', slip: `${a % 4}` };
      const amountFen = amountOfBill(known.bill) - (b % 8 === 0 ? 1 : 0);
      const paidAt = world.clock.now.toISOString();
      const body = { paymentCode: paymentCodeOf({ id }), amountFen, paidAt, ...slip };
      const entered = await world.send('POST', '/payments/paid-elsewhere', { body, actor: world.finance });
      const number = numberOf(slip);
      try {
        const path = `/payments/paid-elsewhere/${entered.body.id}/approve`;
        if (entered.status === 201) await world.send('POST', path, { body: {}, actor: world.checker });
      } finally {
        // Taken in, whether or not the answer came: what the bank says of it from now on.
        const isIn = books().orders.some(({ payments }) =>
          payments.some(({ attempts }) => attempts.some((made) => made.number === number)),
        );
        if (isIn && !till.charges.has(number)) till.charges.set(number, atBank(number, amountFen, world.clock.now));
      }
    },
  };
}

const atBank = (number: string, amountFen: number, at: Date): Held => ({
  number,
  description: '',
  parts: [],
  amountFen,
  expiresAt: at,
  begunAt: at,
  way: 'bank',
  standing: { state: 'paid', channelRef: number, amountFen, at },
});

/** Time passes, messages come, and what can break breaks. */
function faults({ world, till, pass }: Till) {
  return {
    wait: (a: number) => pass(a),
    settle: (a: number) => world.settle({ again: a % 2 === 0 }),
    silence: async (a: number) => void till.fail((['before', 'after'] satisfies Fault[])[a % 2] ?? 'before'),
    spoil: async (a: number) => {
      const faults = ['outage', 'lost-reply', 'transaction-conflict'] as const;
      world.base.table.spoil(faults[a % 3] ?? 'outage');
    },
  };
}
