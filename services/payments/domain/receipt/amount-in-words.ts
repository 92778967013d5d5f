const digits = Array.from('零壹贰叁肆伍陆柒捌玖');
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿', '万亿'];

/** 大写金额 of fen, as receipts have it (支付结算办法, annex 1): 叁佰元整, 壹仟零伍元零叁分. */
export function amountInWords(fen: number): string {
  const [yuan, jiao, cent] = [Math.floor(fen / 100), Math.floor(fen / 10) % 10, fen % 10];
  const whole = yuan > 0 ? `${inWords(yuan)}元` : '';
  if (jiao === 0 && cent === 0) return whole ? `${whole}整` : '零元整';
  const tenths = jiao > 0 ? `${digits[jiao]}角` : whole && digits[0];
  return `${whole}${tenths}${cent > 0 ? `${digits[cent]}分` : '整'}`;
}

/** Four digits by four; zeros between others are read once. */
function inWords(value: number): string {
  let words = '';
  let zero = false;
  for (let n = 3; n >= 0; n -= 1) {
    const four = Math.floor(value / 10_000 ** n) % 10_000;
    if (four === 0) {
      zero = words !== '';
      continue;
    }
    if (words && (zero || four < 1000)) words += '零';
    words += `${fourInWords(four)}${groups[n]}`;
    zero = false;
  }
  return words;
}

function fourInWords(four: number): string {
  const each = [3, 2, 1, 0].map((n) => ({ digit: Math.floor(four / 10 ** n) % 10, place: places[n] }));
  const words = each.map(({ digit, place }) => (digit === 0 ? '零' : `${digits[digit]}${place}`)).join('');
  return words.replaceAll(/零+/g, '零').replaceAll(/^零|零$/g, '');
}
