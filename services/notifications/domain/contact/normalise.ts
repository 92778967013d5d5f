import type { AddressChannel } from './contact.ts';

export type AddressFault = 'bad-number' | 'foreign-number' | 'bad-mail' | 'bad-openid';

/** An address in the one form in which it is kept, or what is wrong with it. */
export function normalised(channel: AddressChannel, written: string): { value: string } | { fault: AddressFault } {
  const text = written.normalize('NFKC').trim();
  return readers[channel](text);
}

type Reader = (text: string) => { value: string } | { fault: AddressFault };

const readers: Record<AddressChannel, Reader> = { sms: numberIn, email: mailIn, wechat: openidIn };

/**
 * A mobile number of the mainland in E.164. One of another country, of Hong Kong, Macao or Taiwan is refused by its own code: the
 * templates that our operators have approved go to the mainland only, and whoever has such a number is reached by e-mail.
 */
function numberIn(text: string): ReturnType<Reader> {
  const digits = text.replaceAll(/[\s\p{Pd}().]/gu, '').replace(/^00/, '+');
  const own = /^(?:\+?86)?(1[3-9]\d{9})$/.exec(digits)?.[1];
  if (own) return { value: `+86${own}` };
  return { fault: /^\+(?!86)[1-9]\d{6,14}$/.test(digits) ? 'foreign-number' : 'bad-number' };
}

/** The host is the same in capitals; what stands before it need not be. */
function mailIn(text: string): ReturnType<Reader> {
  const at = text.lastIndexOf('@');
  const value = `${text.slice(0, at)}@${text.slice(at + 1).toLowerCase()}`;
  const isMail = /^[^\s@"(),:;<>[\\\]]{1,64}@(?=.{1,190}$)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(value);
  return isMail && !value.includes('..') ? { value } : { fault: 'bad-mail' };
}

function openidIn(text: string): ReturnType<Reader> {
  return /^[\w-]{20,64}$/.test(text) ? { value: text } : { fault: 'bad-openid' };
}
