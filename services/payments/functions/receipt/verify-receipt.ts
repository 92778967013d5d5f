import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { verify } from '../../domain/receipt/act.ts';
import { verdictOf, verdicts } from '../../domain/receipt/verdict.ts';
import type { Receipt } from '../../domain/receipt/receipt.ts';
import type { verifyQuery } from '../../schemas/receipt.ts';
import { showPrinted } from './show-receipt.ts';

/**
 * 查验: who has a receipt in his hand learns whether it is good, with no login. Nothing of who paid is told, and who has not all
 * three learns nothing.
 */
export const verifyReceipt =
  (deps: PaymentsDeps) =>
  async ({ query, cause, language }: Call<Asked>): Promise<HttpResponse> => {
    const found = await verified(query, { cause, language }, deps);
    return found ? { status: 200, body: found } : refuse(problems.notFound);
  };

type Asked = z.infer<ReturnType<typeof verifyQuery>>;
export type Verified = NonNullable<Awaited<ReturnType<typeof verified>>>;

/** What may be told of a receipt to who holds it; undefined where there is none such. */
export async function verified(
  asked: Asked,
  { cause, language }: Pick<Call, 'cause' | 'language'>,
  deps: Pick<PaymentsDeps, 'receipts' | 'charges'>,
) {
  const { receipts, charges } = deps;
  const found = await receipts.byNumber(asked.code, asked.number);
  if (found?.check !== asked.check) return undefined;
  const change = verify(found);
  if (change) await receipts.save(change, cause);
  const is = change?.receipt ?? found;
  const [list, reverses, reversedBy] = await Promise.all([
    charges.live(),
    namedBy(is.reverses, deps),
    namedBy(is.reversedBy, deps),
  ]);
  const verdict = verdictOf(is);
  const payeeName = list?.payees.find(({ key }) => key === is.payee)?.name;
  return {
    verdict,
    text: verdicts[verdict][language],
    ...showPrinted(is),
    ...(payeeName && { payeeName }),
    lines: is.lines.map(({ billId, ...line }) => line),
    ...(reverses && { reverses }),
    ...(reversedBy && { reversedBy }),
  };
}

async function namedBy(id: string | undefined, { receipts }: Pick<PaymentsDeps, 'receipts'>) {
  const found = id ? await receipts.load(id) : undefined;
  return found && numberOf(found);
}

const numberOf = ({ code, number }: Receipt) => ({ code, number });
