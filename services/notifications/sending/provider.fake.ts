import type { Message, Provider, Said } from './provider.ts';

/** What goes wrong with the next message: lost before it is heard, sent with its answer lost, refused so, or the sender dies. */
export type Fault = 'before' | 'after' | 'killed-before' | 'killed-after' | Said;

/** A provider in memory that counts what it has sent by reference; like the real ones it sends twice what is asked for twice. */
export function fakeProvider(key: string, { asks = true, at = () => new Date(0) } = {}) {
  const sent: Message[] = [];
  const faults: Fault[] = [];
  const refOf = (reference: string) => {
    const found = sent.findIndex((one) => one.reference === reference);
    return found < 0 ? undefined : `${key}-${found + 1}`;
  };
  const provider: Provider = {
    key,
    channel: 'sms',
    async send(message) {
      const fault = faults.shift();
      if (fault === 'before') return { is: 'silent', code: 'no-answer' };
      if (fault === 'killed-before') throw new Error('killed');
      if (typeof fault === 'object') return fault;
      sent.push(message);
      if (fault === 'killed-after') throw new Error('killed');
      if (fault === 'after') return { is: 'silent', code: 'no-answer' };
      return { is: 'sent', providerRef: `${key}-${sent.length}` };
    },
    ...(asks && {
      async ask({ reference }) {
        const providerRef = refOf(reference);
        return providerRef ? { is: 'delivered', providerRef, at: at() } : { is: 'unknown' };
      },
    }),
  };
  return { provider, sent, fail: (...next: Fault[]) => void faults.push(...next), heal: () => void faults.splice(0) };
}
