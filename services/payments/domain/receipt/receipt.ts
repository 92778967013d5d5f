import * as z from 'zod';
import { once } from '#shared/once';
import { sumFen } from '#shared/money';
import { receiptState } from './graph.ts';

/** 项目 of a receipt: what was paid for one charge of one bill. */
export const receiptLine = once(() =>
  z.object({
    billId: z.uuid(),
    code: z.string(),
    /** As the charge list had it when the money came; absent where it was no longer on it. */
    name: z.object({ zh: z.string(), en: z.string() }).optional(),
    unit: z.string().optional(),
    /** Absent where a part of it went back: how many that leaves nobody has said. */
    quantity: z.number().optional(),
    amountFen: z.int().min(1),
  }),
);
export type ReceiptLine = z.infer<ReturnType<typeof receiptLine>>;

/** 财政电子票据. `red`: it takes back the receipt that it names, its amounts stand as they stood there. */
export const receipt = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    state: receiptState,
    kind: z.enum(['blue', 'red']),
    accountId: z.uuid(),
    orderId: z.uuid(),
    /** 票据代码, 票据号码 and 校验码: all three together prove that somebody has it. */
    code: z.string(),
    number: z.string(),
    check: z.string(),
    payee: z.string(),
    /** The party that owed what was paid. */
    payer: z.string(),
    lines: z.array(receiptLine()).min(1),
    issuedAt: z.coerce.date(),
    /** yyyy-mm-dd in Shanghai. */
    day: z.string(),
    /** Which one it stands for from now on: something of that was refunded. */
    replaces: z.uuid().optional(),
    /** Of a red one: which it takes back. */
    reverses: z.uuid().optional(),
    /** By which red one it was taken back. */
    reversedBy: z.uuid().optional(),
    /** 记账凭证号, by which the payer's accountant has entered it. */
    voucher: z.string().optional(),
    timelineHash: z.string(),
  }),
);
export type Receipt = z.infer<ReturnType<typeof receipt>>;

/** What a receipt is over, in fen; of a red one, what it takes back. */
export const amountOfReceipt = ({ lines }: Pick<Receipt, 'lines'>): number => sumFen(lines);
