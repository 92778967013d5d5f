import type { Charge } from '../charge/charge-list.ts';
import type { Released } from './released.ts';
import type { RemittanceLine } from './remittance.ts';
import { shareOut, type Share } from './share-out.ts';

/** Where the list says nothing, the whole is the city's. */
const cityWhole: readonly Share[] = [{ level: 'city', percent: 100 }];

/** What was released, summed by payee and subject and shared out by levels. Sums are shared, not rows, so that a day rounds once. */
export function linesOf(taken: readonly Released[], chargeOf: (code: string) => Charge | undefined): RemittanceLine[] {
  const groups = Map.groupBy(
    taken.flatMap(({ lines }) => lines),
    ({ payee, destination, code, subject }) => [payee, destination, code, subject].join(' '),
  );
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { payee, destination, code, subject } = first;
    const shares = chargeOf(code)?.shares ?? cityWhole;
    const [came, back] = (['inFen', 'outFen'] as const).map((side) =>
      shareOut(
        own.reduce((fen, line) => fen + line[side], 0),
        shares,
      ),
    );
    return shares.map(({ level, percent }, n) => {
      const amounts = { inFen: came?.[n] ?? 0, outFen: back?.[n] ?? 0 };
      return { payee, destination, code, subject, level, percent, ...amounts };
    });
  });
}

/** What would go: all that came, less what went back, in fen. */
export const netOf = (taken: readonly Pick<Released, 'lines'>[]): number =>
  taken.reduce((sum, { lines }) => lines.reduce((fen, one) => fen + one.inFen - one.outFen, sum), 0);
