import * as z from 'zod';
import { once } from '#shared/once';
import { relation } from '../party/entry.ts';

const text = once(() => z.string());
const moment = once(() => z.coerce.date());

/** 承诺书: the text that was signed, by whom, and where the signature is kept. */
export const promise = once(() =>
  z.object({
    wording: text(),
    text: text(),
    sha256: text(),
    signedAt: moment(),
    signedBy: relation,
    signer: text().optional(),
    recordedBy: text(),
    signatureRef: text(),
  }),
);
export type SignedPromise = z.infer<ReturnType<typeof promise>>;

/** 容缺受理: what may follow, and within how many working days of acceptance. */
export const tolerated = once(() =>
  z.object({
    requirements: z.array(text()).min(1),
    days: z.int(),
    /** Absent where it was accepted before promises were kept. */
    promise: promise().optional(),
    settledAt: moment().optional(),
  }),
);
