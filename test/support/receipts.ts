import { ReceiptChangedV1 } from '#events/payments/receipt-changed.v1';
import type { Actor } from '#shared/actor';
import { on, queueHandler } from '#shared/queue';
import { officeSigners } from '#shared/seal/office-signers';
import { sealStore } from '#shared/seal/seal-store';
import { ownCause } from '../../services/payments/functions/own-cause.ts';
import { drawReceipt } from '../../services/payments/functions/paper/draw-receipt.ts';
import { issueReceipts } from '../../services/payments/functions/tick/issue-receipts.ts';
import { fakeBucket } from './bucket.ts';
import { company, type openPayments } from './payments.ts';
import { font } from './seals.ts';
import { sqsEvent } from './sqs-event.ts';

type World = ReturnType<typeof openPayments>;

/** Ways to receipts and their numbers, each by the people who may go them. */
export function receipting(world: World, payer: Actor = company) {
  const must = async (method: string, path: string, { body, actor }: { body?: object; actor?: Actor }) => {
    const reply = await world.send(method, path, { ...(body && { body }), ...(actor && { actor }) });
    if (reply.status >= 300) throw new Error(`${path}: ${JSON.stringify(reply)}`);
    return reply.body;
  };
  const propose = async (from: number, to: number, code = '35010126'): Promise<string> => {
    const { id } = await must('POST', '/payments/receipt-segments', { body: { code, from, to }, actor: world.finance });
    return String(id);
  };
  return {
    propose,

    /** A segment that another person has approved. */
    async given(from: number, to: number, code?: string): Promise<string> {
      const id = await propose(from, to, code);
      await must('POST', `/payments/receipt-segments/${id}/approve`, { body: {}, actor: world.checker });
      return id;
    },

    /** The payer's receipts, the newest first. */
    async own() {
      return (await must('GET', '/payments/receipts', { actor: payer })).items;
    },

    verify: ({ code, number, check }: { code: string; number: string; check: string }) =>
      world.send('GET', '/payments/public/receipts/verify', { query: { code, number, check } }),

    /** Its file is there, without drawing one. */
    async drawn(id: string): Promise<void> {
      const file = { ref: `receipts/${id}/hash.pdf`, sha256: 'hash', certificate: 'hash', bytes: 1 };
      const sealedAt = world.clock.now;
      await world.deps.receipts.keepPaper(id, { ...file, sealedAt }, ownCause(world.deps));
    },

    entered: (id: string, actor = payer) =>
      must('POST', `/payments/receipts/${id}/enter`, { body: { voucher: '记-12' }, actor }),

    /** The clock makes what waits; its measures. */
    issue: issueReceipts(world.deps),
  };
}

/** The maker of receipts over the records of payments, with a bucket in memory. */
export function paperMaker({ deps, facts }: World) {
  const bucket = fakeBucket();
  const making = {
    ...deps,
    bucket,
    cityBase: 'https://api.example.gov.cn/fuzhou/v1',
    signerFor: officeSigners({
      secret: async () => 'a secret of the tests',
      seals: sealStore(deps.table),
      place: '福州市',
      now: deps.now,
    }),
    font: async () => font,
  };
  const take = queueHandler([on(ReceiptChangedV1, 'payments.draw-receipt', drawReceipt)], making);
  return {
    bucket,

    /** Brings every fact that was told to the maker, as its queue does; gives what failed. */
    async deliver() {
      return (await take(sqsEvent(...facts(ReceiptChangedV1.type)))).batchItemFailures;
    },
  };
}
