import type { CatalogueFault } from './faults.ts';
import type { ItemLine } from './line.ts';

type Coded = Pick<ItemLine, 'key' | 'codes' | 'online'>;

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
  const byCode = Map.groupBy([...staying, ...items], ({ codes }) => codes?.base);
  return items.flatMap((item, n) =>
    [...wrongCodes(item), ...taken(item, byCode.get(item.codes?.base)), ...missing(item, set)].map((one) => ({
      ...one,
      path: ['items', n, 'codes', ...one.path],
    })),
  );
}

const wrongCodes = ({ codes }: Coded): CatalogueFault[] =>
  Object.entries(codes?.implementing ?? {})
    .filter(([, code]) => code.slice(baseFrom) !== codes?.base)
    .map(([set]) => ({ path: ['implementing', set], code: 'code-of-another-item', about: codes?.base ?? '' }));

/** By one that stands before it. */
function taken(item: Coded, sharing: readonly Coded[] = []): CatalogueFault[] {
  const before = item.codes ? sharing.slice(0, sharing.indexOf(item)) : [];
  const other = before.find(({ key }) => key !== item.key);
  return other ? [{ path: ['base'], code: 'code-taken', about: other.key }] : [];
}

/** Without it a case would have no number, and its applicant no receipt with which to follow it. */
function missing({ online, codes }: Coded, set: string): CatalogueFault[] {
  const wanting = online && codes?.implementing[set] === undefined;
  return wanting ? [{ path: ['implementing', set], code: 'code-missing', about: set }] : [];
}
