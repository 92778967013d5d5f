/** Where money lies and whom it is owed. The first word says which kind an account is of. */
export const accountKinds = {
  clearing: { normal: 'debit', means: 'A channel has taken it for a merchant and has not been seen to pay it out' },
  payee: { normal: 'credit', means: 'Taken for a payee, for the destination that the law gives it' },
  suspense: { normal: 'credit', means: 'Nobody’s yet: paid twice, too late, or without a bill' },
  refunds: { normal: 'credit', means: 'Owed to a payer whom it goes back to, and not there yet' },
  till: { normal: 'debit', means: 'Cash that a cashier has taken for a merchant and nobody has brought to the bank' },
  shortage: { normal: 'debit', means: 'Cash that was missing when a till was counted, and is to be made good' },
  transit: { normal: 'debit', means: 'A channel’s statement says that it pays it out, and the bank has not shown it' },
  bank: { normal: 'debit', means: 'The account of a merchant at its bank: what has arrived and is not passed on' },
  fees: {
    normal: 'debit',
    means: 'What channels take for their service (手续费): the cost of finance, or of a payee of its own account',
  },
  'fees-borne': {
    normal: 'credit',
    means: 'Fees that a payee of its own account has borne: it was paid so much less than was taken for it',
  },
  'fees-due': {
    normal: 'credit',
    means: 'Fees that finance owes to a channel: never taken out of what is for the treasury',
  },
  receivable: {
    normal: 'debit',
    means: 'Promised back to a payer after the treasury had it: the treasury pays it (退付)',
  },
  'written-off': { normal: 'debit', means: 'Differences that two people have given up' },
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
export const transitOf = ({ channel, merchant }: Place) => `transit/${channel}/${merchant}`;
export const feesOf = ({ channel, merchant }: Place) => `fees/${channel}/${merchant}`;
export const feesBorneOf = ({ channel, merchant }: Place) => `fees-borne/${channel}/${merchant}`;
export const feesDueOf = ({ channel }: Pick<Place, 'channel'>) => `fees-due/${channel}`;
export const receivableOf = ({ payee, destination }: { payee: string; destination: string }) =>
  `receivable/${payee}/${destination}`;
export const writtenOffOf = ({ channel }: Pick<Place, 'channel'>) => `written-off/${channel}`;
export const bankOf = ({ merchant }: Pick<Place, 'merchant'>) => `bank/${merchant}`;

/** The kind of an account, by its first word; throws on a name that is none. */
export function kindOf(account: string): AccountKind {
  const [first = ''] = account.split('/');
  if (isKind(first)) return first;
  throw new Error(`${account} is no account`);
}

const isKind = (word: string): word is AccountKind => Object.hasOwn(accountKinds, word);
