import type { Posted } from '../box.ts';

const part = (type: string, ...lines: readonly string[]) => ['--report', `Content-Type: ${type}`, '', ...lines];

/** What comes back for a mail that could not be delivered after all (RFC 3464); undefined for one that was: nobody is told of that. */
export function bounceOf({ state, to, mail }: Posted): string | undefined {
  if (state !== 'failed') return undefined;
  return [
    'From: MAILER-DAEMON@mail.banshi.example',
    'Message-ID: <20260803.1@mail.banshi.example>',
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=report',
    '',
    ...part('text/plain', 'The mailbox does not exist.', ''),
    ...part('message/delivery-status', 'Reporting-MTA: dns; mail.banshi.example', ''),
    `Final-Recipient: rfc822; ${to}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 user unknown',
    '',
    ...part('text/rfc822-headers', `Message-ID: ${mail?.headers['message-id'] ?? ''}`, ''),
    '--report--',
    '',
  ].join('\r\n');
}
