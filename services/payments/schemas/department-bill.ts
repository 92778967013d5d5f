import * as z from 'zod';
import { once } from '#shared/once';
import { namedParty } from '#shared/named-party';
import { text } from '#shared/text';
import { pageOf, pageQuery } from '#shared/page';
import { mostLines } from '../domain/bill/bill.ts';
import { billState } from '../domain/bill/graph.ts';
import { billReply } from './bill.ts';
import { feeLinesInput } from './each-once.ts';

const name = () => z.string().regex(/^[a-z0-9-]{1,32}$/);
const asDescription = 'Of whom of the caller’s posts; needed where he has several';
export const office = () => ({
  district: name().optional().meta({ description: asDescription }),
  department: name().optional().meta({ description: asDescription }),
});
const lines = once(() =>
  feeLinesInput(
    z.strictObject({
      code: z.string().max(64),
      quantity: z.number().positive().max(1_000_000).multipleOf(0.01).meta({ description: 'In the unit of the list' }),
    }),
  ),
);

export const raiseBody = once(() =>
  z
    .strictObject({
      ...office(),
      payer: namedParty().meta({ description: 'Who owes it, by a document' }),
      payerName: text(100)
        .optional()
        .meta({ description: 'What he is called, as the document has it: his receipt says it' }),
      reference: z
        .string()
        .regex(/^[A-Za-z0-9._/-]{1,64}$/)
        .meta({ description: 'The department’s own number of it; asked again under it, it is the same bill' }),
      lines: lines(),
      dueAt: z.iso.datetime({ offset: true }),
    })
    .meta({ id: 'BillInput' }),
);
export const reviseBody = once(() =>
  z.strictObject({ lines: lines(), dueAt: z.iso.datetime({ offset: true }) }).meta({ id: 'BillRevision' }),
);

const basis = () => z.string().min(1).max(500).meta({ description: 'The rule or decision that allows it' });
const less = once(() =>
  z.union([
    z.strictObject({
      code: z.string().max(64),
      relief: z.string().max(64).meta({ description: 'A relief of the list' }),
    }),
    z.strictObject({ code: z.string().max(64), amountFen: z.int().min(0).meta({ description: 'What is left of it' }) }),
  ]),
);
export const reliefBody = once(() =>
  z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('reduce'), basis: basis(), lines: z.array(less()).min(1).max(mostLines) }),
      z.strictObject({ kind: z.literal('defer'), basis: basis(), dueAt: z.iso.datetime({ offset: true }) }),
      z.strictObject({ kind: z.literal('waive'), basis: basis() }),
    ])
    .meta({ id: 'BillReliefInput' }),
);

const fen = z.int().min(0);
const actions = z.array(z.enum(['revise', 'cancel', 'propose-relief', 'approve-relief', 'reject-relief']));
export const raisedReply = once(() =>
  z
    .object({
      id: z.uuid(),
      status: billState,
      version: z.int(),
      reference: z.string(),
      amountFen: fen,
      paymentCode: z.string(),
      actions,
    })
    .meta({ id: 'BillRaised' }),
);
export const departmentBill = once(() =>
  billReply()
    .extend({
      department: z.string(),
      reference: z.string(),
      payer: z.string(),
      relief: z
        .object({
          kind: z.enum(['reduce', 'defer', 'waive']),
          basis: z.string(),
          lines: z.array(z.object({ code: z.string(), amountFen: fen })).optional(),
          dueAt: z.iso.datetime().optional(),
          proposedBy: z.string(),
          proposedAt: z.iso.datetime(),
        })
        .optional()
        .meta({ description: 'What is proposed and not decided' }),
      actions,
    })
    .meta({ id: 'DepartmentBill' }),
);
export const departmentBillPage = once(() => pageOf(departmentBill()).meta({ id: 'DepartmentBillPage' }));
export const departmentQuery = once(() => z.object({ ...pageQuery(), ...office() }));
