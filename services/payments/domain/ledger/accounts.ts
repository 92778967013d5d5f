/** Where money lies and whom it is owed. The first word says which kind an account is of. */
export const accountKinds = {
  clearing: { normal: 'debit', means: 'A channel has taken it for a merchant and has not been seen to pay it out' },
  cash: { normal: 'debit', means: 'In the drawer of a cashier’s shift' },
  bank: { normal: 'debit', means: 'On its way to the bank by a deposit slip' },
  payee: { normal: 'credit', means: 'Taken for a payee, for the destination that the law gives it' },
  suspense: { normal: 'credit', means: 'Nobody’s yet: paid twice, too late, or without a bill' },
  refunds: { normal: 'credit', means: 'On its way back to who paid' },
  'treasury-receivable': { normal: 'debit', means: 'Paid back for the treasury, which has not repaid it yet' },
  fees: { normal: 'debit', means: 'What a channel charges; a cost of finance, never deducted' },
} as const;
export type AccountKind = keyof typeof accountKinds;

interface Place {
  channel: string;
  merchant: string;
}

export const clearingOf = ({ channel, merchant }: Place) => `clearing/${channel}/${merchant}`;
export const refundsOf = ({ channel, merchant }: Place) => `refunds/${channel}/${merchant}`;
export const payeeAccount = ({ payee, destination }: { payee: string; destination: string }) =>
  `payee/${payee}/${destination}`;
export const suspenseOf = ({ channel, merchant }: Place) => `suspense/${channel}/${merchant}`;

/** The kind of an account, by its first word; throws on a name that is none. */
export function kindOf(account: string): AccountKind {
  const [first = ''] = account.split('/');
  if (isKind(first)) return first;
  throw new Error(`${account} is no account`);
}

const isKind = (word: string): word is AccountKind => Object.hasOwn(accountKinds, word);
