import { amountOf } from '#shared/money';
import { isFixed } from './charges.ts';
import { rebalance, type Settling } from './balance.ts';
import { changed, type Charge, type FeeChange, type FeeDecided, type Fees, type OwedLine } from './fees.ts';

/** When an account is settled; why is the act's to say. */
export type SettlingAt = Omit<Settling, 'why'>;

interface Assessing {
  list: readonly Charge[];
  lines: readonly { code: string; quantity: number }[];
  evidence: string;
  by: string;
}

/**
 * 核定: the department says the quantities of some lines; what it does not name stays. Nothing but the item's published
 * list may be charged, at the list's own rate.
 */
export function assess(before: Fees, { list, lines, evidence, by }: Assessing, settling: SettlingAt): FeeDecided {
  const named = lines.flatMap(({ code, quantity }) => {
    const charge = list.find((one) => one.code === code);
    return charge ? [owedOf(charge, { quantity, evidence, by, at: settling.at })] : [];
  });
  if (named.length < lines.length) return { refused: 'charge-off-list' };
  if (named.some(({ unit, quantity }) => unit === 'case' && !Number.isInteger(quantity))) {
    return { refused: 'quantity-not-whole' };
  }
  if (named.some(({ unit, quantity }) => unit === 'case' && quantity > 1)) return { refused: 'once-per-case' };
  const owed = named.reduce(withLine, [...before.owed, ...fixedIn(list, before, settling.at)]);
  const settled = rebalance({ fees: { ...before, owed }, facts: [] }, { ...settling, why: 'assessed' });
  return { ...changed(before, 'assess', settled), reason: evidence };
}

/** The acceptance itself assesses what the list fixes; undefined where nothing is left to assess. */
export function assessFixed(before: Fees, list: readonly Charge[], settling: SettlingAt): FeeChange | undefined {
  const fixed = fixedIn(list, before, settling.at);
  if (fixed.length === 0) return undefined;
  const owed = [...before.owed, ...fixed];
  const settled = rebalance({ fees: { ...before, owed }, facts: [] }, { ...settling, why: 'assessed' });
  return changed(before, 'assess-at-acceptance', settled);
}

function fixedIn(list: readonly Charge[], { owed }: Fees, at: Date): OwedLine[] {
  return list
    .filter((one) => isFixed(one) && !owed.some(({ code }) => code === one.code))
    .map((one) => owedOf(one, { quantity: 1, evidence: '按公布的收费标准，受理时收取。', by: 'service:intake', at }));
}

function owedOf(charge: Charge, said: Pick<OwedLine, 'quantity' | 'evidence' | 'by' | 'at'>): OwedLine {
  const { code, name, payee, gate, unit, rateFen } = charge;
  return { code, name, payee, gate, unit, rateFen, amountFen: amountOf(said.quantity, rateFen), ...said };
}

function withLine(owed: readonly OwedLine[], line: OwedLine): OwedLine[] {
  const known = owed.some(({ code }) => code === line.code);
  return known ? owed.map((one) => (one.code === line.code ? line : one)) : [...owed, line];
}
