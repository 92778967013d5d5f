import { noticeFaults, type Faults } from './faults.ts';
import type { Protocol, Spoilt } from './protocol.ts';
import type { ChannelName, Held, Refund } from './till.ts';

interface Means {
  faults: Faults;
  protocolOf: (channel: ChannelName) => Protocol;
  begin: () => () => void;
}

const told = noticeFaults.filter((kind) => kind !== 'wrong-amount');
const spoiltBy: Record<(typeof told)[number], Spoilt> = {
  'notice-lost': undefined,
  'notice-twice': undefined,
  'notice-forged': 'forged',
  'notice-probe': 'probe',
};

/** A channel begins to try again after a quarter of a minute, and gives up in the end. */
const [retryMs, mostTries] = [15_000, 4];

/** Sends notices, again where they are not taken in. */
export function noticeSender({ faults, protocolOf, begin }: Means) {
  const waiting = new Set<NodeJS.Timeout>();

  async function send(one: { held: Held; refund?: Refund }, spoilt: Spoilt): Promise<boolean> {
    const protocol = protocolOf(one.held.channel);
    const url = one.refund ? one.refund.noticeUrl : one.held.noticeUrl;
    if (url === '') return true;
    const end = begin();
    try {
      const { headers, body } = await protocol.notice(one, spoilt);
      const response = await fetch(url, { method: 'POST', headers, body });
      return protocol.isTaken({ status: response.status, body: await response.text() });
    } catch {
      return false;
    } finally {
      end();
    }
  }

  async function deliver(one: { held: Held; refund?: Refund }, tries = 1): Promise<void> {
    const fault = faults.next(one.held.channel, told);
    if (fault === 'notice-lost') return;
    const taken = await send(one, fault && spoiltBy[fault]);
    if (fault === 'notice-twice') await send(one, undefined);
    if (taken || tries >= mostTries) return;
    const timer = setTimeout(() => {
      waiting.delete(timer);
      void deliver(one, tries + 1);
    }, retryMs);
    waiting.add(timer.unref());
  }

  return {
    tell: (one: { held: Held; refund?: Refund }) => void deliver(one),
    stop: () => waiting.forEach((timer) => clearTimeout(timer)),
  };
}
