import type { BackLine } from '../refund/refund.ts';
import { leftOf, type Account, type Owed } from './account.ts';
import { issue, reverse, type ReceiptChange } from './act.ts';
import { amountOfReceipt, type Receipt, type ReceiptLine } from './receipt.ts';
import type { NumberOf } from './lanes.ts';

/** What an act changes of an account, with the receipts that it makes or takes back. */
export interface AccountChange {
  before: Account | undefined;
  account: Account;
  act: 'open' | 'refund' | 'settle' | 'release';
  receipts: readonly ReceiptChange[];
  /** Holds while it is written: it was entered, so that nothing can be done. */
  entered?: Receipt;
}

/** Money has come: a receipt is owed. */
export function open(said: Owed & Pick<Account, 'id' | 'orderId'>): AccountChange {
  const account: Account = { ...said, version: 1, refunds: [], made: 0, waits: 'number', timelineHash: '' };
  return { before: undefined, account, act: 'open', receipts: [] };
}

/** Money of it is back, of an account that is known or opened by that. Undefined where it knows that, or none of it is its own. */
export function noteRefund(
  { known, opened }: { known: Account | undefined; opened: AccountChange },
  { id, billId, lines }: { id: string; billId: string; lines: readonly BackLine[] },
): AccountChange | undefined {
  const account = known ?? opened.account;
  if (account.refunds.includes(id)) return undefined;
  const backOf = ({ billId: of, code }: ReceiptLine): number =>
    of === billId ? (lines.find((one) => one.payee === account.payee && one.code === code)?.amountFen ?? 0) : 0;
  if (account.lines.every((one) => backOf(one) === 0)) return undefined;
  const noted = account.lines.map((one) => ({ ...one, backFen: one.backFen + backOf(one) }));
  const is: Partial<Account> = { lines: noted, refunds: [...account.refunds, id], waits: 'number' };
  return known ? again(known, 'refund', is) : { ...opened, account: { ...account, ...is } };
}

/** The account as it stands, to be looked at once more. */
export const again = (before: Account, act: 'refund' | 'settle' | 'release', is: Partial<Account>): AccountChange => ({
  before,
  account: { ...before, ...is, version: before.version + 1 },
  act,
  receipts: [],
});

/** The accountant has undone his entry: what waited for that waits for numbers now. */
export const release = (before: Account): AccountChange | undefined =>
  before.waits === 'entry' ? again(before, 'release', { waits: 'number' }) : undefined;

/** How many numbers it takes to make the receipt in force say what is left; `entry`: it was entered, and waits for that. */
export function numbersFor(account: Account, current: Receipt | undefined): number | 'entry' {
  const left = leftOf(account);
  if (!current) return left.length > 0 ? 1 : 0;
  // What is left only gets less, so an equal sum is the same lines.
  if (sum(left) === amountOfReceipt(current)) return 0;
  if (current.state === 'entered') return 'entry';
  return left.length > 0 ? 2 : 1;
}

const sum = (lines: readonly ReceiptLine[]): number => amountOfReceipt({ lines: [...lines] });

/** Nothing is waited for but what the entry holds up. */
export const hold = (change: AccountChange, entered: Receipt): AccountChange => ({
  ...change,
  account: { ...change.account, waits: 'entry' },
  entered,
});

interface Making {
  current: Receipt | undefined;
  numbers: readonly (NumberOf & { check: string })[];
  idOf: (n: number) => string;
  at: Date;
  day: string;
}

/**
 * 开具, 冲红 and 换开 in one: a red receipt takes back the whole of the one in force, and another over what is left stands in its
 * place. A receipt is good as it stands, or not at all.
 */
export function settle(change: AccountChange, making: Making): AccountChange {
  const { account } = change;
  const { current, numbers, idOf } = making;
  const { payee, payer, orderId, id: accountId } = account;
  const about = { accountId, orderId, payee, payer, issuedAt: making.at, day: making.day };
  const rest = [...numbers];
  const made: ReceiptChange[] = [];
  const make = (is: Pick<Receipt, 'kind' | 'lines' | 'replaces' | 'reverses'>): string => {
    const number = rest.shift();
    if (!number) throw new Error('a receipt needs a number');
    const id = idOf(account.made + made.length);
    made.push(issue({ id, ...about, ...number, ...is }));
    return id;
  };
  const red = current && make({ kind: 'red', lines: current.lines, reverses: current.id });
  const left = leftOf(account);
  const next = left.length > 0 ? make({ kind: 'blue', lines: left, replaces: current?.id }) : undefined;
  const back = current && red ? reverse(current, red) : undefined;
  if (current && !back) throw new Error(`receipt ${current.id} cannot be taken back as it stands`);
  return {
    ...change,
    account: { ...account, made: account.made + made.length, current: next, waits: undefined },
    receipts: [...(back ? [back] : []), ...made],
  };
}

/** It says what is left: nothing is waited for. */
export const settled = (change: AccountChange): AccountChange => ({
  ...change,
  account: { ...change.account, waits: undefined },
});
