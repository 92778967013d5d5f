import type { ClearingItem } from '../ledger/clearing-item.ts';
import type { SaidEntry } from '../ledger/entry.ts';
import type { OrderChange } from '../order/act.ts';
import type { RefundChange } from '../refund/act.ts';
import type { Account } from '../refund/refund.ts';
import type { Exception } from './exception.ts';
import type { ExceptionAct } from './graph.ts';

/** Why an action cannot be taken as it is wished. */
export type PlanFault =
  /** It is not for such a difference, or not for how it stands by now. */
  | 'does-not-fit'
  /** No charge or refund of ours has this number, or it is not of this amount. */
  | 'not-ours'
  /** Above the limit, without the paper that allows it. */
  | 'over-limit'
  | 'too-long'
  /** The lines are not what there is to take back. */
  | 'lines-differ'
  | 'other-not-found'
  | 'same-fee'
  | 'account-missing';

/** What is put into suspense: with an account it goes there at once. */
export interface Suspended {
  channel: string;
  merchant: string;
  amountFen: number;
  feeFen: number;
  number: string;
  account?: Account;
}

/** What an action would do, all of it in one transaction. */
export interface Plan {
  act: Extract<ExceptionAct, 'settle' | 'approve' | 'carry' | 'write-off'>;
  /** Of the exception itself. */
  entries: readonly SaidEntry[];
  order?: OrderChange;
  refund?: RefundChange;
  suspended?: Suspended;
  /** What lay in suspense of it is withdrawn. */
  withdraws?: true;
  /** The other exception that ends with it. */
  ends?: 'linked';
  carriedUntil?: string;
  /** What was booked, and is set right by it, under the numbers whose money it reconciles. */
  reconciles: readonly ClearingItem[];
  feeFen: number;
  /** The row that a person has read. */
  entered?: NonNullable<Exception['entered']>['row'];
  /** What the channel pays out besides what its statement came to, in fen: the bank is to show it. */
  paidOutFen?: number;
  /** What nobody can be given back any more, by charge. */
  reversed?: readonly { code: string; amountFen: number }[];
}

export type Planned = Plan | { fault: PlanFault };

/** Everything that would be written in the ledger: also by the order, or the refund, that goes its own way. */
export const entriesOf = ({ entries, order, refund }: Plan): SaidEntry[] => [
  ...entries,
  ...(order?.entries ?? []),
  ...(refund?.entries ?? []),
];
