import type { PaymentsDeps } from '../../services/payments/deps.ts';
import type { Remittance } from '../../services/payments/domain/remittance/remittance.ts';

const listThat = (state: Remittance['state']): Remittance => ({
  id: 'treasury.2026-08-04',
  version: 3,
  state,
  merchant: 'treasury',
  destination: 'treasury',
  day: '2026-08-04',
  lines: [],
  inFen: 0,
  outFen: 0,
  sources: [],
  drawnBy: 'finance',
  drawnAt: new Date(0),
  timelineHash: '',
});

/** What has released money that a list has taken, and how that list stands; the lists themselves are tested beside them. */
export function remittedBy() {
  const lists = new Map<string, Remittance['state']>();
  const thatTook = async (source: string): Promise<Remittance | undefined> => {
    const state = lists.get(source);
    return state && listThat(state);
  };
  return {
    lists,
    change: (deps: PaymentsDeps): PaymentsDeps => ({ ...deps, remittances: { ...deps.remittances, thatTook } }),
  };
}
