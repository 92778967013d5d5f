/** Fen as yuan with two decimals, as Alipay writes money: 1005 is `10.05`. Digits only: no float could lose a fen. */
export function yuanOf(fen: number): string {
  const digits = String(fen).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Yuan as fen; undefined where it is no amount of whole fen. */
export function fenOf(yuan: string): number | undefined {
  const [, whole = '', part = ''] = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(yuan) ?? [];
  return whole === '' ? undefined : Number(whole + part.padEnd(2, '0'));
}

/** The same of what may be below zero, as statements write what goes back. */
export function signedFenOf(yuan: string): number | undefined {
  const isBelow = yuan.startsWith('-');
  const fen = fenOf(isBelow ? yuan.slice(1) : yuan);
  return fen === undefined || !isBelow ? fen : 0 - fen;
}
