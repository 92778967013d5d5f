import { payeeAccount, receivableOf, refundsOf } from '../ledger/accounts.ts';
import type { Leg, SaidEntry } from '../ledger/entry.ts';
import type { BackLine, Refund } from './refund.ts';

const linesOf = ({ of }: Pick<Refund, 'of'>): readonly BackLine[] => (of.kind === 'lines' ? of.lines : []);
const minus = (lines: readonly BackLine[]) => lines.map((line) => ({ ...line, amountFen: -line.amountFen }));
const sides = (found: Refund, [side, accountOf]: ['debit' | 'credit', (line: BackLine) => string]): Leg[] => [
  ...linesOf(found).map((line) => ({ account: accountOf(line), side, amountFen: line.amountFen })),
  { account: refundsOf(found), side: side === 'debit' ? 'credit' : 'debit', amountFen: found.amountFen },
];

/** 退付: promised to the payer, and owed by the treasury, which has had it since it was remitted. */
export const treasuryPromise = (found: Refund): SaidEntry => ({
  kind: 'treasury-refund',
  legs: sides(found, ['debit', receivableOf]),
  lines: minus(linesOf(found)),
});

/** The treasury has paid the payer: nobody owes anything any more. */
export const treasuryPaid = (found: Refund): SaidEntry => ({
  kind: 'treasury-paid',
  legs: sides(found, ['credit', receivableOf]),
});

/** The treasury's transfer came back: what was promised is taken back until it is promised anew. */
export const treasuryUnpromised = (found: Refund): SaidEntry => ({
  kind: 'reverse',
  legs: sides(found, ['credit', receivableOf]),
  lines: linesOf(found),
});

/** The payee, who was to give it back, has been found to have it no more. */
export const payeeUnpromised = (found: Refund): SaidEntry => ({
  kind: 'reverse',
  legs: sides(found, ['credit', payeeAccount]),
  lines: linesOf(found),
});
