import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { openPayments } from './payments.ts';

/** A statement of a bank without a row, and what finance calls its upload. */
export const bankFile = Buffer.from('交易日期,流水号,借贷方向,金额\r\n');
export const uploadId = '0f7c1a52-6f5e-4b62-9d53-6b4a3f1f2a10';
export const sha256 = createHash('sha256').update(bankFile).digest('hex');

/** A statement that the bank owes; one whose file lies there, or was taken in. Gives its id. */
export async function bankStatement(
  { send, deps, finance: actor }: ReturnType<typeof openPayments>,
  to: 'owed' | 'lying' | 'taken',
): Promise<string> {
  const id = 'bank.treasury.2026-08-02';
  const path = `/payments/reconciliations/${id}/statement`;
  await send('POST', path, { actor, body: { sha256, bytes: bankFile.length } });
  if (to === 'owed') return id;
  await (await deps.statementFiles()).take(`uploads/${id}/${uploadId}`, Readable.from([bankFile]));
  if (to === 'taken') await send('POST', `${path}/confirm`, { actor, body: { uploadId, sha256 } });
  return id;
}
