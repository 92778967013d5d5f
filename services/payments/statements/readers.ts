import type { Read } from '../domain/reconciliation/row.ts';
import { readAlipayBill } from './alipay-bill.ts';
import { readBankStatement } from './bank-statement.ts';
import { readUnionpayFile } from './unionpay-file.ts';
import { readWechatBill } from './wechat-bill.ts';

/** Reads the file of a channel as it was received, row by row, in the memory of a few of its pieces. Throws `UnreadableFile`. */
export type Reader = (bytes: AsyncIterable<Uint8Array>) => AsyncGenerator<Read, void>;

const readers: Readonly<Record<string, Reader>> = {
  wechat: readWechatBill,
  alipay: readAlipayBill,
  unionpay: readUnionpayFile,
  bank: readBankStatement,
};

/** The reader of a channel's statements; undefined where it has none. */
export const readerOf = (channel: string): Reader | undefined => readers[channel];
