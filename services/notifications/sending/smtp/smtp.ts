import { keyless } from '../means.ts';
import type { Message, Provider, Said } from '../provider.ts';
import { saidBefore, saidOf } from './answers.ts';
import type { SmtpMeans } from './keys.ts';
import { lineTo } from './line.ts';
import { mailOf } from './mail.ts';

/**
 * E-mail by a mail server (SMTP). It cannot be asked after a message, and tells of no delivery: after no answer it is sent again under the
 * same Message-ID (record 57).
 */
export const smtp = (means: SmtpMeans): Provider => ({
  key: 'smtp',
  channel: 'email',
  send: (message) => send(message, means),
});

async function send(message: Message, { base, keys: keysInForce, now, timeoutMs }: SmtpMeans): Promise<Said> {
  const keys = await keysInForce();
  if (!keys) return keyless;
  const mail = await mailOf(message, keys, now());
  const line = lineTo(base, keys, timeoutMs);
  try {
    const closed = await line.open().then(() => undefined, saidBefore);
    if (closed) return closed;
    return await line.send(mail, message.to).then((): Said => ({ is: 'sent' }), saidOf);
  } finally {
    line.close();
  }
}
