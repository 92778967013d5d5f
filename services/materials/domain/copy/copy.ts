import * as z from 'zod';
import { once } from '#shared/once';

const moment = once(() => z.coerce.date());

/** A copy is being made, is there with its watermark, or is the file as it is, which nothing of ours can write upon. */
export const copyState = z.enum(['making', 'ready', 'unmarked']);

/** 水印副本: what one member of staff reads of somebody's PDF, once, and why. The original is never changed. */
export const copy = once(() =>
  z.object({
    /** Also of the access record, so that a copy that turns up somewhere leads to who had it made. */
    id: z.uuid(),
    state: copyState,
    /** The account that asked: nobody else is given its address. */
    actor: z.string(),
    /** The office, and the role of the post by which it is read. */
    office: z.string(),
    role: z.string(),
    caseId: z.string().optional(),
    grantId: z.string().optional(),
    reason: z.string(),
    original: z.object({ objectKey: z.string(), name: z.string() }),
    at: moment(),
    /** Where the copy stands, once it does. */
    objectKey: z.string().optional(),
  }),
);
export type Copy = z.infer<ReturnType<typeof copy>>;

/** Only a PDF has pages to write upon, and only an office is shown a copy: the owner, and whom he grants it, get the file itself. */
export const needsCopy = (mediaType: string): boolean => mediaType === 'application/pdf';

const minutes = 15;

/** How long its address is given; its file goes by itself within two days. */
export const isOver = ({ at }: Pick<Copy, 'at'>, now: Date): boolean => now.getTime() > at.getTime() + minutes * 60_000;
