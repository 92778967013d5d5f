import { dayOf } from '#shared/calendar';
import { kindOf, type AccountKind } from '../ledger/accounts.ts';
import type { Exception } from '../exception/exception.ts';
import { ageBands, bandOf, type AgeBand, type Layers } from './layers.ts';

/** A line of 账龄表: what is open of one kind, age and owner. */
export interface AgeingRow {
  /** `exception` by its class, `account` by its name. */
  kind: 'exception' | 'account';
  of: string;
  owner: string;
  band: AgeBand;
  items: number;
  amountFen: number;
  /** The day of the oldest. */
  oldest: string;
}

/** Who must see to what stays on an account. */
const owners: Partial<Record<AccountKind, string>> = {
  transit: 'treasurer',
  receivable: 'treasurer',
  till: 'cashier',
  shortage: 'cashier',
};

interface Open {
  exceptions: readonly Exception[];
  layers: Layers;
}

/** What is open on a day by age, sorted by what it is and then by age. */
export function ageing({ exceptions, layers }: Open, day: string): AgeingRow[] {
  const accounts = [...layers].flatMap(([of, stack]) =>
    stack.map(([from, amountFen]) => ({ kind: 'account' as const, of, owner: ownerOf(of), from, amountFen })),
  );
  const differences = exceptions.map((one) => ({
    kind: 'exception' as const,
    of: one.class,
    owner: one.state === 'under-review' ? 'finance-checker' : 'finance',
    from: dayOf(one.raisedAt),
    amountFen: Math.abs(one.differenceFen),
  }));
  const all = [...accounts, ...differences].map((one) => ({ ...one, band: bandOf(one.from, day) }));
  const groups = Map.groupBy(all, ({ kind, of, owner, band }) => `${kind} ${of} ${owner} ${ageBands.indexOf(band)}`);
  return [...groups]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, [first, ...rest]]) => (first ? [rowOf([first, ...rest], first)] : []));
}

const ownerOf = (account: string): string => owners[kindOf(account)] ?? 'finance';

type Item = Omit<AgeingRow, 'items' | 'oldest'> & { from: string };

function rowOf(items: readonly Item[], { from, ...first }: Item): AgeingRow {
  return {
    ...first,
    items: items.length,
    amountFen: items.reduce((sum, one) => sum + one.amountFen, 0),
    oldest: items.reduce((day, one) => (one.from < day ? one.from : day), from),
  };
}
