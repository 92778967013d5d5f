import type { Charge } from './charge-list.ts';

/** Of what an amount is a multiple, in fen. */
const units = { fen: 1n, jiao: 10n, yuan: 100n, 'yuan-down': 100n } as const;

/**
 * What a quantity (at most two decimals) costs by the list, in fen: rounded once, from the exact product. Throws beyond 2^53 fen.
 */
export function priceOf({ rateFen, rounding = 'fen' }: Pick<Charge, 'rateFen' | 'rounding'>, quantity: number): number {
  return rounded(BigInt(Math.round(quantity * 100)) * BigInt(rateFen), rounding);
}

/** What is left of an amount where a relief asks a share of it, in fen, rounded as the charge is. */
export function shareOf({ rounding = 'fen' }: Pick<Charge, 'rounding'>, amountFen: number, percent: number): number {
  return rounded(BigInt(amountFen) * BigInt(percent), rounding);
}

function rounded(hundredths: bigint, rounding: keyof typeof units): number {
  const unit = units[rounding] * 100n;
  const up = rounding === 'yuan-down' ? 0n : unit / 2n;
  const fen = ((hundredths + up) / unit) * units[rounding];
  if (fen > BigInt(Number.MAX_SAFE_INTEGER)) throw new Error(`${fen} fen are more than a number holds exactly`);
  return Number(fen);
}
