import type { CatalogueFault } from './faults.ts';
import type { Item } from './item.ts';

type Coded = Pick<Item, 'key' | 'codes' | 'form'>;

/** The set in which they are to be offered, and what it offers beside them. */
interface Beside {
  set: string;
  items: readonly Coded[];
}

// GB/T 39046-2020: 实施编码 is who acts (18), at which level (1), and the 基本编码 (12).
const baseFrom = 19;

/** A code names one item, an implementing code holds the basic one, and what can be applied for has one of the set's own. */
export function codeFaults(items: readonly Coded[], { set, items: standing }: Beside): CatalogueFault[] {
  const posted = new Set(items.map(({ key }) => key));
  const staying = standing.filter(({ key }) => !posted.has(key));
  return items.flatMap((item, n) => {
    const others = [...staying, ...items.slice(0, n)].filter(({ key }) => key !== item.key);
    return [...ownFaults(item), ...takenBy(item, others), ...missing(item, set)].map((one) => ({
      ...one,
      path: ['items', n, 'codes', ...one.path],
    }));
  });
}

const ownFaults = ({ codes }: Coded): CatalogueFault[] =>
  Object.entries(codes?.implementing ?? {})
    .filter(([, code]) => code.slice(baseFrom) !== codes?.base)
    .map(([set]) => ({ path: ['implementing', set], code: 'code-of-another-item', about: codes?.base ?? '' }));

function takenBy({ codes }: Coded, others: readonly Coded[]): CatalogueFault[] {
  const other = codes && others.find((one) => one.codes?.base === codes.base);
  return other ? [{ path: ['base'], code: 'code-taken', about: other.key }] : [];
}

/** Without it a case would have no number, and its applicant no receipt with which to follow it. */
function missing({ form, codes }: Coded, set: string): CatalogueFault[] {
  const wanting = form !== undefined && codes?.implementing[set] === undefined;
  return wanting ? [{ path: ['implementing', set], code: 'code-missing', about: set }] : [];
}
