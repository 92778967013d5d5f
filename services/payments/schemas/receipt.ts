import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery as pageWish } from '#shared/page';
import { receiptState } from '../domain/receipt/graph.ts';
import { segmentState } from '../domain/receipt/segment.ts';

const text = z.string().trim().min(1).max(64);
const code = z.string().regex(/^\d{8}$/);
const number = z.string().regex(/^\d{10}$/);
const largest = 9_999_999_999;
const fen = z.int().min(1);

export const segmentBody = once(() =>
  z
    .strictObject({
      code: code.meta({ description: '票据代码; its last two digits are the year in which receipts are made of it' }),
      from: z.int().min(1).max(largest).meta({ description: 'The first number' }),
      to: z.int().min(1).max(largest).meta({ description: 'The last number; ten million at most are one segment' }),
    })
    .refine(({ from, to }) => from <= to && to - from < 10_000_000, { path: ['to'] })
    .meta({ id: 'ReceiptSegmentInput' }),
);

const range = z.object({ from: z.int(), to: z.int() });
export const segmentReply = once(() =>
  z
    .object({
      id: z.uuid(),
      status: segmentState,
      version: z.int(),
      code,
      ...range.shape,
      left: z.int().meta({ description: 'How many numbers are still free' }),
      used: z.int(),
      void: z.array(range).meta({ description: 'What was left when it was closed' }),
      proposedBy: z.string(),
      proposedAt: z.iso.datetime(),
      decidedBy: z.string().optional(),
      actions: z.array(z.enum(['approve', 'reject', 'close'])),
    })
    .meta({ id: 'ReceiptSegment' }),
);
export const segmentPage = once(() =>
  pageOf(segmentReply())
    .extend({
      left: z.int().meta({ description: 'Numbers that are free for receipts of this year, of all segments' }),
      short: z.boolean().meta({ description: 'A tenth or less is left, or receipts wait: another segment is needed' }),
      waiting: z.int().meta({ description: 'How many receipts wait for a number; 100 stands for more' }),
    })
    .meta({ id: 'ReceiptSegmentPage' }),
);

export const receiptsQuery = once(() =>
  z.object({
    ...pageWish(),
    as: z
      .string()
      .max(64)
      .optional()
      .meta({ description: 'As which party, of those that the caller is; absent: himself' }),
  }),
);
export const byPayeeQuery = once(() => z.object({ ...pageWish(), payee: text, day: z.iso.date() }));

const line = z.object({
  code: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }).optional(),
  unit: z.string().optional(),
  quantity: z.number().optional(),
  amountFen: fen,
});
const printed = {
  code,
  number,
  kind: z.enum(['blue', 'red']).meta({ description: '`red`: it takes back the one that it names' }),
  payee: z.string(),
  day: z.iso.date(),
  amountFen: fen.meta({ description: 'Of a red one: what it takes back' }),
};

export const receiptReply = once(() =>
  z
    .object({
      id: z.uuid(),
      status: receiptState,
      version: z.int(),
      ...printed,
      check: z.string().meta({ description: 'Whoever knows it, with code and number, may verify the receipt' }),
      orderId: z.uuid(),
      lines: z.array(line.extend({ billId: z.uuid() })),
      issuedAt: z.iso.datetime(),
      replaces: z.uuid().optional().meta({ description: 'Which one it stands for from now on' }),
      reverses: z.uuid().optional().meta({ description: 'Of a red one: which it takes back' }),
      reversedBy: z.uuid().optional(),
      voucher: z.string().optional(),
      actions: z.array(z.enum(['enter', 'undo-entry'])),
    })
    .meta({ id: 'FiscalReceipt' }),
);
export const receiptPage = once(() => pageOf(receiptReply()).meta({ id: 'FiscalReceiptPage' }));
export const receiptFile = once(() =>
  receiptReply()
    .extend({
      url: z.url().meta({ description: 'The sealed PDF, for a minute' }),
      until: z.iso.datetime(),
      bytes: z.int(),
      sha256: z.string(),
    })
    .meta({ id: 'FiscalReceiptFile' }),
);

/** As finance sees it: without the check code, by which only its holder verifies. */
const receiptForFinance = once(() => receiptReply().omit({ check: true }));
export const receiptsForFinance = once(() => pageOf(receiptForFinance()).meta({ id: 'FiscalReceiptPageForFinance' }));

export const enterBody = once(() =>
  z.strictObject({ voucher: text.meta({ description: '记账凭证号' }) }).meta({ id: 'ReceiptEntry' }),
);

export const verifyQuery = once(() =>
  z.object({
    code,
    number,
    check: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[2-9A-Z]{6}$/),
  }),
);
const word = z.string().max(64).optional();
/** What somebody has written: the page itself says what is wrong with it. */
export const pageQuery = once(() => z.object({ code: word, number: word, check: word }));
export const page = once(() => z.string().meta({ description: 'The page' }));
const named = z.object({ code, number });
export const verifiedReply = once(() =>
  z
    .object({
      verdict: z.enum(['good', 'entered', 'reversed', 'red']).meta({
        description: '`reversed`: a red one has taken it back; `red`: it is such a one',
      }),
      text: z.string(),
      ...printed,
      payeeName: z.object({ zh: z.string(), en: z.string() }).optional(),
      lines: z.array(line),
      reverses: named.optional(),
      reversedBy: named.optional(),
    })
    .meta({ id: 'ReceiptVerified' }),
);
