import { randomBytes } from 'node:crypto';
import type { ProviderName } from './faults.ts';
import type { Mail } from './smtp/read-mail.ts';

/** A message as it has reached, or not reached, a telephone. */
export interface Posted {
  provider: ProviderName;
  /** Our reference, as it was given; the provider keeps it and does nothing by it. */
  reference: string;
  /** Its own id. */
  ref: string;
  to: string;
  template: string;
  values: Readonly<Record<string, string>> | readonly string[];
  /** Of an e-mail, which has no template there: what stands in it. */
  mail?: Mail;
  at: Date;
  state: 'sent' | 'delivered' | 'failed';
}

export type Box = ReturnType<typeof openBox>;

/** All that was sent, in its order: sent twice it stands twice, as no provider of SMS knows a message by our reference. */
export function openBox(now: () => Date) {
  const posted: Posted[] = [];
  return {
    all: (): readonly Posted[] => posted,
    to: (provider: ProviderName, to: string) => posted.filter((one) => one.provider === provider && one.to === to),
    post(message: Omit<Posted, 'ref' | 'at' | 'state'>): Posted {
      const made: Posted = { ...message, ref: randomBytes(12).toString('hex'), at: now(), state: 'sent' };
      posted.push(made);
      return made;
    },
  };
}
