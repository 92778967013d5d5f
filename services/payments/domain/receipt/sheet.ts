import type { Label, Row, Sheet } from '#shared/paper/sheet';
import { amountInWords } from './amount-in-words.ts';
import { amountOfReceipt, type Receipt, type ReceiptLine } from './receipt.ts';
import type { NumberOf } from './lanes.ts';

/** What a receipt says besides itself. */
export interface About {
  payee: Label;
  /** What the payer is called; undefined where nobody has told. */
  payer: string | undefined;
  /** The base of the city set, up to /v1: the code on the receipt leads there. */
  base: string;
  /** The receipt that a red one takes back, or that this one stands for. */
  original: NumberOf | undefined;
}

/** The address at which a receipt is verified, as its QR code has it. */
export const verifyAddress = (
  base: string,
  { code, number, check }: Pick<Receipt, 'code' | 'number' | 'check'>,
): string => `${base}/payments/public/receipts/page?code=${code}&number=${number}&check=${check}`;

/** 财政电子票据 as it is printed. It names the payer in full, since only he is given it, with the number of his party. */
export function receiptSheet(found: Receipt, { payee, payer, base, original }: About): Sheet {
  const { code, number, check, kind, day, lines } = found;
  const red = kind === 'red';
  const about: Row[] = [
    row('票据代码', 'Code', code),
    row('票据号码', 'Number', number),
    row('校验码', 'Check code', check),
    ...(payer ? [row('交款人', 'Payer', payer)] : []),
    row('交款人标识', 'Payer, by its identifier', found.payer),
    ...(original ? [row(red ? '冲红原票据' : '换开原票据', red ? 'Takes back' : 'Replaces', numberIn(original))] : []),
  ];
  const amount = amountOfReceipt(found);
  const sums: Row[] = [
    row('金额合计（大写）', 'Total in words', `${red ? '（红字）负' : ''}${amountInWords(amount)}`),
    row('金额合计（小写）', 'Total', yuan(amount, red)),
  ];
  return {
    title: red
      ? { zh: '非税收入统一票据（电子·红字）', en: 'Fiscal receipt, red' }
      : { zh: '非税收入统一票据（电子）', en: 'Fiscal receipt' },
    number: numberIn(found),
    blocks: [
      { kind: 'table', rows: about },
      { kind: 'table', heading: { zh: '收费项目', en: 'Charges' }, rows: lines.map((one) => lineRow(one, red)) },
      { kind: 'table', rows: sums },
    ],
    english: [red ? 'It takes back the receipt that it names.' : 'Fiscal receipt over what was paid to the payee.'],
    office: payee,
    day,
    verification: `${code}-${number}-${check}`,
    check: '扫描二维码，或凭票据代码、号码和校验码查验。Scan the code, or verify by code, number and check code.',
    purpose: '电子票据专用章',
    code: { address: verifyAddress(base, found), label: { zh: '扫码查验', en: 'Verify' } },
  };
}

const row = (zh: string, en: string, value: string): Row => ({ label: { zh, en }, value });
const numberIn = ({ code, number }: NumberOf): string => `${code}　${number}`;

function lineRow({ code, name, unit, quantity, amountFen }: ReceiptLine, red: boolean): Row {
  const many = quantity === undefined ? '' : `　数量 ${quantity}${unit ? ` ${unit}` : ''}`;
  return row(name?.zh ?? code, name?.en ?? code, `项目编码 ${code}${many}　${yuan(amountFen, red)}`);
}

/** ¥300.00; of a red one with a minus. */
function yuan(fen: number, red: boolean): string {
  const cents = String(fen % 100).padStart(2, '0');
  return `${red ? '-' : ''}¥${Math.floor(fen / 100)}.${cents}`;
}
