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

/** What has come of a line that was to follow: a document of the library, or originals that a clerk saw and copies that he took. */
export const came = once(() =>
  z.strictObject({
    requirement: z.string().min(1).max(64),
    document: z.strictObject({ materialId: z.uuid(), version: z.int().min(1).max(999) }).optional(),
    seen: z.strictObject({ originals: z.int().min(1).max(200), copies: z.int().min(0).max(200) }).optional(),
  }),
);
export type Came = z.infer<ReturnType<typeof came>>;

/** 容缺受理: what may follow, and within how many working days of acceptance. */
export const tolerated = once(() =>
  z.object({
    requirements: z.array(text()).min(1),
    days: z.int(),
    /** Absent where it was accepted before promises were kept. */
    promise: promise().optional(),
    settledAt: moment().optional(),
    settledBy: text().optional(),
    /** Line by line, as the promise names them; absent where it was settled before that was asked. */
    came: z.array(came()).optional(),
  }),
);
