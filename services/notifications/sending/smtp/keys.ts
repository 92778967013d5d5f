import * as z from 'zod';
import { once } from '#shared/once';
import type { Means } from '../means.ts';

/** What the secret holds: who writes, and how the mail server knows us. */
const schema = once(() =>
  z.object({
    /** The address that mail comes from, and the name before it. */
    from: z.email(),
    name: z.string().min(1).max(100),
    /** Absent where the server takes mail from our network without asking. */
    login: z.object({ user: z.string().min(1), pass: z.string().min(1) }).optional(),
    /** Who vouches for the server, as PEM, where it is not one of those that Node knows. */
    ca: z.string().min(1).optional(),
    /** At the end of the address to which bounces are handed on (32 characters or more); absent: nobody does. */
    receiptKey: z.string().min(32).optional(),
    /** The name in its certificate, where its address is another. */
    servername: z.string().min(1).optional(),
  }),
);
export type SmtpKeys = z.infer<ReturnType<typeof schema>>;
export type SmtpMeans = Pick<Means<SmtpKeys>, 'base' | 'keys' | 'now' | 'timeoutMs'>;

/** Reads the text of the secret; throws where it is not what it must be. */
export const smtpKeysIn = (text: string): SmtpKeys => schema().parse(JSON.parse(text));
