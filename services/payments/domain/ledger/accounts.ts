/** Where money lies and whom it is owed. The first word says which kind an account is of. */
export const accountKinds = {
  clearing: { normal: 'debit', means: 'A channel has taken it for a merchant and has not been seen to pay it out' },
  payee: { normal: 'credit', means: 'Taken for a payee, for the destination that the law gives it' },
  suspense: { normal: 'credit', means: 'Nobody’s yet: paid twice, too late, or without a bill' },
  refunds: { normal: 'credit', means: 'Owed to a payer whom it goes back to, and not there yet' },
  till: { normal: 'debit', means: 'Cash that a cashier has taken for a merchant and nobody has brought to the bank' },
  shortage: { normal: 'debit', means: 'Cash that was missing when a till was counted, and is to be made good' },
  bank: { normal: 'debit', means: 'The account of a merchant at its bank, which pays out what a channel cannot' },
} as const;
export type AccountKind = keyof typeof accountKinds;

interface Place {
  channel: string;
  merchant: string;
}

export const clearingOf = ({ channel, merchant }: Place) => `clearing/${channel}/${merchant}`;
export const payeeAccount = ({ payee, destination }: { payee: string; destination: string }) =>
  `payee/${payee}/${destination}`;
export const suspenseOf = ({ channel, merchant }: Place) => `suspense/${channel}/${merchant}`;
export const refundsOf = ({ channel, merchant }: Place) => `refunds/${channel}/${merchant}`;
export const tillOf = (shiftId: string, merchant: string) => `till/${shiftId}/${merchant}`;
export const shortageOf = (shiftId: string) => `shortage/${shiftId}`;
export const bankOf = ({ merchant }: Pick<Place, 'merchant'>) => `bank/${merchant}`;

/** The kind of an account, by its first word; throws on a name that is none. */
export function kindOf(account: string): AccountKind {
  const [first = ''] = account.split('/');
  if (isKind(first)) return first;
  throw new Error(`${account} is no account`);
}

const isKind = (word: string): word is AccountKind => Object.hasOwn(accountKinds, word);
