import { daysBetween, dayOf } from '#shared/calendar';
import type { ClearingItem } from '../ledger/clearing-item.ts';
import type { Released, ReleasedLine } from '../remittance/released.ts';
import type { Exception } from './exception.ts';
import type { Plan } from './plan.ts';

/** What the end of an exception releases: what is owed under its number by then, less what an earlier end of it has released. */
export function releaseOf(
  found: Exception,
  { reconciles, feeFen }: Pick<Plan, 'reconciles' | 'feeFen'>,
): { release: Released; kept: NonNullable<Exception['released']> } | undefined {
  const { id, channel, merchant, day, released: before } = found;
  const now = summed(reconciles.flatMap(sided));
  const lines = summed([...now, ...(before?.lines ?? []).map(less)]);
  const fee = feeFen - (before?.feeFen ?? 0);
  if (lines.length === 0 && fee === 0) return undefined;
  const times = before?.times ?? 0;
  const source = times === 0 ? id : `${id}.${times}`;
  return {
    release: { source, channel, merchant, day, lines, feeFen: fee },
    kept: { lines: now, feeFen, times: times + 1 },
  };
}

const sided = ({ direction, lines }: ClearingItem): ReleasedLine[] =>
  lines.map(({ amountFen, ...line }) => ({
    ...line,
    inFen: direction === 'in' ? amountFen : 0,
    outFen: direction === 'out' ? amountFen : 0,
  }));

const less = (line: ReleasedLine): ReleasedLine => ({ ...line, inFen: -line.inFen, outFen: -line.outFen });
const isSome = ({ inFen, outFen }: ReleasedLine): boolean => inFen !== 0 || outFen !== 0;

function summed(lines: readonly ReleasedLine[]): ReleasedLine[] {
  const groups = Map.groupBy(lines, ({ payee, destination, code, subject }) =>
    [payee, destination, code, subject].join(),
  );
  return [...groups.values()]
    .flatMap((own) => {
      const [first] = own;
      const sum = (side: 'inFen' | 'outFen') => own.reduce((fen, one) => fen + one[side], 0);
      return first ? [{ ...first, inFen: sum('inFen'), outFen: sum('outFen') }] : [];
    })
    .filter(isSome);
}

/** For how many days it has stood. */
export const ageOf = ({ raisedAt }: Pick<Exception, 'raisedAt'>, now: Date): number =>
  daysBetween(dayOf(raisedAt), dayOf(now));
