/** What a quantity (at most two decimals) costs at a rate, in fen; half a fen counts as one. Throws beyond 2^53 fen. */
export function amountOf(quantity: number, rateFen: number): number {
  // In hundredths and whole numbers of any size: a product of two floats could lose a fen.
  const fen = (BigInt(Math.round(quantity * 100)) * BigInt(rateFen) + 50n) / 100n;
  if (fen > BigInt(Number.MAX_SAFE_INTEGER)) throw new Error(`${fen} fen are more than a number holds exactly`);
  return Number(fen);
}

/** The sum of amounts in fen. */
export function sumFen(amounts: readonly { amountFen: number }[]): number {
  return amounts.reduce((sum, { amountFen }) => sum + amountFen, 0);
}

/** Fen as yuan, as forms say it: `-12.30`. */
export function yuanOf(fen: number): string {
  const [whole, rest] = [Math.trunc(Math.abs(fen) / 100), Math.abs(fen) % 100];
  return `${fen < 0 ? '-' : ''}${whole}.${String(rest).padStart(2, '0')}`;
}
