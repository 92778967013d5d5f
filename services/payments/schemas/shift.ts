import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { shiftState } from '../domain/shift/graph.ts';
import { counterWay } from '../domain/shift/shift.ts';
import { billIdsInput } from './each-once.ts';

const fen = z.int().min(0).max(1_000_000_000_000);
const place = z.string().trim().min(1).max(64);
const slip = z.string().trim().min(1).max(64);

export const openShiftBody = once(() =>
  z
    .strictObject({
      hall: place,
      window: place,
      floatFen: fen.meta({ description: 'Change in the till before the first payment (备用金)' }),
    })
    .meta({ id: 'ShiftInput' }),
);

export const takeBody = once(() =>
  z
    .strictObject({
      billIds: billIdsInput(),
      way: counterWay,
      slip: slip.optional().meta({ description: 'Of the card terminal or the transfer; needed for both' }),
      receivedFen: fen
        .optional()
        .meta({ description: 'Cash that was handed over, where it is more than is to be paid' }),
    })
    .meta({ id: 'CounterPaymentInput' }),
);

export const countBody = once(() =>
  z
    .strictObject({
      cashFen: fen.meta({ description: 'All notes and coins in the till, the float with them' }),
      reason: z
        .string()
        .trim()
        .min(1)
        .max(500)
        .optional()
        .meta({ description: 'Needed where something is missing or too much' }),
    })
    .meta({ id: 'TillCount' }),
);
export const sealBody = once(() =>
  z.strictObject({ cashFen: fen, bag: slip.meta({ description: 'Number of the seal' }) }).meta({ id: 'BagInput' }),
);
export const sendBackBody = once(() =>
  z
    .strictObject({ cashFen: fen.meta({ description: 'What the other person has counted' }) })
    .meta({ id: 'CountDispute' }),
);
const slips = once(() => z.array(z.strictObject({ merchant: place, slip, amountFen: fen.min(1) })).max(20));
export const depositBody = once(() => z.strictObject({ slips: slips() }).meta({ id: 'DepositInput' }));
export const coverBody = once(() =>
  z
    .strictObject({ slips: slips().meta({ description: 'One for each merchant, of what `toCover` says' }) })
    .meta({ id: 'CoverInput' }),
);

export const takenReply = once(() =>
  z
    .object({ orderId: z.uuid(), shiftId: z.uuid(), amountFen: fen, changeFen: fen, payments: z.int() })
    .meta({ id: 'CounterPayment' }),
);

const slipsShown = once(() => z.array(z.object({ merchant: z.string(), slip: z.string(), amountFen: fen })));
const actions = once(() => z.array(z.enum(['take', 'count', 'send-back', 'seal', 'deposit', 'cover'])));
export const shiftReply = once(() =>
  z
    .object({
      id: z.uuid(),
      status: shiftState,
      version: z.int(),
      cashier: z.string(),
      office: z.string(),
      hall: z.string(),
      window: z.string(),
      floatFen: fen,
      payments: z.int(),
      cash: z.array(z.object({ merchant: z.string(), amountFen: fen })),
      posFen: fen,
      transferFen: fen,
      expectedCashFen: fen.meta({ description: 'What must lie in the till, the float with it' }),
      counted: z
        .object({ cashFen: fen, differenceFen: z.int(), reason: z.string().optional(), at: z.iso.datetime() })
        .optional(),
      bag: z.string().optional(),
      toDeposit: z.array(z.object({ merchant: z.string(), amountFen: fen })).optional(),
      deposits: slipsShown().optional(),
      missingFen: fen.optional().meta({ description: 'Not made good yet' }),
      toCover: z.array(z.object({ merchant: z.string(), amountFen: fen })).optional(),
      covered: slipsShown().optional(),
      openedAt: z.iso.datetime(),
      actions: actions(),
    })
    .meta({ id: 'Shift' }),
);
export const shiftPage = once(() => pageOf(shiftReply()).meta({ id: 'ShiftPage' }));
export const shiftsQuery = once(() =>
  z.object({
    ...pageQuery(),
    status: shiftState.optional().meta({ description: 'Of finance: which to list; absent: those that are counted' }),
  }),
);

export const shiftPayments = once(() =>
  pageOf(
    z.object({
      orderId: z.uuid(),
      way: counterWay,
      slip: z.string(),
      amountFen: fen,
      billIds: z.array(z.uuid()),
      at: z.iso.datetime(),
    }),
  ).meta({ id: 'ShiftPaymentPage' }),
);
