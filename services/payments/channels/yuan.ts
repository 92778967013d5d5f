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

/** Yuan with as many as five decimals, as WeChat writes fees, in thousandths of a fen; undefined where it is no amount. */
export function milliFenOf(yuan: string): number | undefined {
  const [, sign, whole = '', part = ''] = /^(-?)(\d{1,10})(?:\.(\d{1,5}))?$/.exec(yuan) ?? [];
  if (whole === '') return undefined;
  const milliFen = Number(whole + part.padEnd(5, '0'));
  return sign === '-' ? 0 - milliFen : milliFen;
}

/** Whole fen of thousandths: half of one is one, also of what goes back. */
export function roundedFen(milliFen: number): number {
  const fen = Math.floor((Math.abs(milliFen) + 500) / 1000);
  return milliFen < 0 ? 0 - fen : fen;
}
