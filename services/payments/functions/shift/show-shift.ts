import { shiftGraph } from '../../domain/shift/graph.ts';
import { expectedCash, missingOf, toCover, toDeposit, type Shift } from '../../domain/shift/shift.ts';

const amounts = (of: Iterable<[string, number]>) => [...of].map(([merchant, amountFen]) => ({ merchant, amountFen }));

/** A shift as its cashier and finance see it, with what may be done next. */
export function showShift(found: Shift) {
  const { id, version, state, cashier, office, hall, window, floatFen, payments, cash, posFen, transferFen } = found;
  const { counted, sealed, deposits, covered, openedAt } = found;
  const missing = covered ? 0 : missingOf(found);
  const acts = shiftGraph.filter(({ from, act }) => from.includes(state) && (act !== 'cover' || missing > 0));
  return {
    id,
    status: state,
    version,
    cashier,
    office,
    hall,
    window,
    floatFen,
    payments,
    posFen,
    transferFen,
    cash: amounts(Object.entries(cash)),
    expectedCashFen: expectedCash(found),
    ...(counted && { counted: { ...counted, at: counted.at.toISOString() } }),
    ...(sealed && { bag: sealed.bag }),
    ...(counted && { toDeposit: amounts(toDeposit(found)) }),
    ...(deposits && { deposits }),
    ...(missing > 0 && { missingFen: missing, toCover: amounts(toCover(found)) }),
    ...(covered && { covered }),
    openedAt: openedAt.toISOString(),
    actions: acts.map(({ act }) => act),
  };
}
