import { isSame } from '../means.ts';
import type { Receipt } from '../provider.ts';
import type { SmtpMeans } from './keys.ts';

/** A field of a report on one recipient (RFC 3464, 2.3), wherever in the mail it stands. */
const fieldOf = (mail: string, name: string): string | undefined =>
  new RegExp(`^${name}:[ \\t]*(.+?)[ \\t]*$`, 'im').exec(mail)?.[1];

/** The Message-ID of ours that comes back with a report; the report has another of its own. */
const reference = /^Message-ID:\s*<([0-9a-f-]{36}\.\d{1,2})@/gim;

/** Nobody is there, or no such mailbox or domain (RFC 3463: x.1, 5.2.1, 5.4.4); all else may be of a time. */
const isHard = (status: string): boolean => /^5\.(1\.\d+|2\.1|4\.4)$/.test(status);

/**
 * 退信: reports of mails that were taken and could not be delivered (RFC 3464), as whoever keeps the sender's mailbox hands them on, one at a
 * time. Only failures are believed: whoever makes one up must know the Message-ID, and all that he wins is that it is sent another way.
 * Undefined where the key at the end of the address is not ours; what else lies in a mailbox says nothing.
 */
export async function readReceipts(
  { bytes }: { bytes: () => Buffer },
  key: string,
  { keys }: Pick<SmtpMeans, 'keys'>,
): Promise<Receipt[] | undefined> {
  const receiptKey = (await keys())?.receiptKey;
  if (!receiptKey || !isSame(key, receiptKey)) return undefined;
  const mail = bytes().toString('latin1');
  const ours = new Set([...mail.matchAll(reference)].map(([, one = '']) => one));
  const [of, ...others] = ours;
  const status = fieldOf(mail, 'Status') ?? '';
  const hasFailed = fieldOf(mail, 'Action')?.toLowerCase() === 'failed' && /^[45]\.\d{1,3}\.\d{1,3}$/.test(status);
  if (of === undefined || others.length > 0 || !hasFailed) return [];
  const lasting = isHard(status) ? 'permanent' : 'temporary';
  return [{ of: { reference: of }, said: { is: 'failed', code: `bounced ${status}`, lasting } }];
}
