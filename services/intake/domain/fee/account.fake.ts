import { FeeAssessedV1 } from '#events/intake/fee-assessed.v1';
import { FeeCancelledV1 } from '#events/intake/fee-cancelled.v1';
import { PaymentNotedV1 } from '#events/intake/payment-noted.v1';
import { RefundProposedV1 } from '#events/intake/refund-proposed.v1';
import type { Fact } from '#events/event';
import { uuid } from '../../../../test/support/facts.ts';
import { assess, assessFixed } from './assess.ts';
import { noteBill } from './bill.ts';
import { endFees } from './ending.ts';
import { changed, noFees, type Charge, type FeeDecided, type Fees } from './fees.ts';
import { checkRelief, proposeRelief } from './relief.ts';
import type { Wish } from './wish.ts';

export const rates: Record<string, { rateFen: number; payee: string }> = {
  card: { rateFen: 4000, payee: 'ps' },
  survey: { rateFen: 33, payee: 'mnr' },
  repair: { rateFen: 1, payee: 'mnr' },
};
export const codes = ['card', 'survey', 'repair'];
const list = codes.map((code): Charge => ({
  code,
  name: code,
  rule: '-',
  kind: 'non-tax',
  destination: 'treasury',
  timing: code === 'card' ? 'at-acceptance' : 'after-assessment',
  gate: 'result',
  unit: code === 'card' ? 'case' : 'square-metre',
  sampleRate: false,
  ...(rates[code] ?? { rateFen: 0, payee: '-' }),
}));

export const sum = (lines: readonly { amountFen: number }[]) =>
  lines.reduce((total, { amountFen }) => total + amountFen, 0);

/** What payments would know from the facts alone, and what it has done. */
interface Bill {
  revisions: Record<string, { code: string; payee: string; amountFen: number }[]>;
  last: number;
  dueAt: string;
  /** What it asked when it was deferred. */
  deferred?: Bill['revisions'][string] | undefined;
  open: boolean;
  paid?: number;
  back: { code: string; payee: string; amountFen: number }[];
  sequence: number;
}

const dataOf = {
  asked: FeeAssessedV1.data,
  cancelled: FeeCancelledV1.data,
  refund: RefundProposedV1.data,
  noted: PaymentNotedV1.data,
};

const settling = { at: new Date('2026-08-03T01:00:00Z'), dueAt: new Date('2026-08-18T15:59:59.999Z') };
const maker = { sub: 'maker', partyId: 'p_maker' };
const checker = { sub: 'checker', partyId: 'p_checker' };

/** Payments, which hears nothing of fees but their facts. */
function payments() {
  const bills = new Map<string, Bill>();
  const noted: string[] = [];
  const open = (id: string): Bill => {
    const bill = bills.get(id) ?? { revisions: {}, last: 0, dueAt: '', open: true, back: [], sequence: 0 };
    if (!bill.open) throw new Error('only what is open is changed');
    bills.set(id, bill);
    return bill;
  };
  return {
    bills,
    noted,
    hear({ type, data }: Fact): void {
      if (type === FeeAssessedV1.type) {
        const { assessmentId, revision, lines, dueAt } = dataOf.asked.parse(data);
        const bill = open(assessmentId);
        if (revision !== bill.last + 1) throw new Error('revisions follow each other');
        bill.last = revision;
        bill.dueAt = dueAt;
        bill.revisions[revision] = lines;
      } else if (type === FeeCancelledV1.type) {
        open(dataOf.cancelled.parse(data).assessmentId).open = false;
      } else if (type === RefundProposedV1.type) {
        const { assessmentId, lines } = dataOf.refund.parse(data);
        bills.get(assessmentId)?.back.push(...lines);
      } else noted.push(dataOf.noted.parse(data).assessmentId);
    },
    /** Some bill that was paid, or that was not, whether it is still open or not. */
    some(n: number, isPaid: boolean): [string, Bill] | undefined {
      const found = [...bills].filter(([, { paid }]) => (paid !== undefined) === isPaid);
      return found[n % found.length];
    },
  };
}

/** The fees of one case, with payments beside them. */
export function account() {
  let fees: Fees = noFees({ id: uuid(1, 1), partyId: 'p_company' });
  const office = payments();
  /** Of which assessments it was told that they are paid, each time. */
  const said: string[] = [];

  function hear(change: FeeDecided | undefined): boolean {
    if (!change || 'refused' in change) return false;
    if (change.fees.version !== fees.version + 1) throw new Error('one version further');
    fees = change.fees;
    for (const fact of change.facts) office.hear(fact);
    return true;
  }

  function tell(id: string, bill: Bill, refundedFen = 0): void {
    bill.sequence += 1;
    if (bill.paid) said.push(id);
    const paidFen = sum(bill.revisions[bill.paid ?? 0] ?? []);
    const state = bill.paid ? ('paid' as const) : ('due' as const);
    const asked = { billId: uuid(1, 5), assessmentId: id, revision: bill.paid ?? bill.last, caseId: fees.caseId };
    const data = { ...asked, state, paidFen, refundedFen };
    const told = noteBill({ fees, facts: [] }, { sequence: bill.sequence, data }, settling);
    if (told.fees !== fees) hear(changed(fees, 'note-bill', told));
  }
  return {
    fees: () => fees,
    bills: office.bills,
    noted: office.noted,
    said,
    assess: (lines: { code: string; quantity: number }[]) =>
      hear(assess(fees, { list, lines, evidence: '-', by: 'maker' }, settling)),
    accept: () => hear(assessFixed(fees, list, settling)),
    relieve(wish: Wish): boolean {
      if (!hear(proposeRelief(fees, { wish, basis: '-', by: maker }, settling))) return false;
      return hear(checkRelief(fees, { n: fees.reliefs.length, act: 'approve', opinion: '-', by: checker }, settling));
    },
    end: () => hear(endFees(fees, 'case-ended', settling)),
    pay(n: number, revision: number): void {
      const found = office.some(n, false);
      if (!found) return;
      const [id, bill] = found;
      bill.paid = (revision % bill.last) + 1;
      bill.open = false;
      tell(id, bill);
    },
    refund(n: number): void {
      const found = office.some(n, true);
      if (found) tell(...found, sum(found[1].back));
    },
  };
}
