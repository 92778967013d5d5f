import MailComposer from 'nodemailer/lib/mail-composer';
import type { Message } from '../provider.ts';
import type { SmtpKeys } from './keys.ts';

/**
 * A message as a mail (RFC 5322): text alone, so that no value is read as HTML. Its Message-ID is made of the delivery's reference, the
 * same however often it is sent.
 */
export function mailOf(
  { reference, to, language, subject, text }: Message,
  { from, name }: SmtpKeys,
  date: Date,
): Promise<Buffer> {
  const mail = new MailComposer({
    from: { name, address: from },
    to: { name: '', address: to },
    messageId: `<${reference}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    date,
    subject: oneLine(subject),
    text,
    textEncoding: 'base64',
    // RFC 3834: no machine answers it.
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language === 'zh' ? 'zh-CN' : 'en' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return mail.compile().build();
}

/** A value with a line break in it would begin a header of its own. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
