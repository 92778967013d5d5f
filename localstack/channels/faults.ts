import type { ChannelName } from './till.ts';

/** What goes wrong with an answer: held back, lost after the deed, not given, or signed by somebody else. */
export const answerFaults = ['slow', 'lost-reply', 'down', 'bad-signature'] as const;
/** What goes wrong with a payment: its notice is lost, sent twice, forged or replaced by a probe; or it is of another amount. */
export const noticeFaults = ['notice-lost', 'notice-twice', 'notice-forged', 'notice-probe', 'wrong-amount'] as const;
/** The payer's account is closed: a refund is accepted and fails. */
export const refundFaults = ['refund-fails'] as const;

/** A statement that is not there when it should be, whose bytes are not those that were promised, or whose address works no more. */
const statementFaults = ['statement-late', 'statement-broken', 'link-expired'] as const;

export const channelFaults = [...answerFaults, ...noticeFaults, ...refundFaults, ...statementFaults] as const;
type Kind = (typeof channelFaults)[number];

export interface ChannelFault {
  channel: ChannelName;
  kind: Kind;
  times: number;
  /** The beginning of the path, for faults of an answer: `/v3/refund`; absent: any. */
  path?: string | undefined;
}

export type Faults = ReturnType<typeof channelFaultList>;

/** Faults that wait for their turn. */
export function channelFaultList() {
  const waiting: ChannelFault[] = [];
  return {
    add: (fault: ChannelFault) => void waiting.push({ ...fault }),
    clear: () => void waiting.splice(0),
    /** The next fault of these kinds, which is used up by that. */
    next<Wanted extends Kind>(channel: ChannelName, kinds: readonly Wanted[], path = ''): Wanted | undefined {
      const isWanted = (kind: Kind): kind is Wanted => kinds.some((one) => one === kind);
      for (const one of waiting) {
        if (one.times < 1 || one.channel !== channel || !path.startsWith(one.path ?? '')) continue;
        if (!isWanted(one.kind)) continue;
        one.times -= 1;
        return one.kind;
      }
      return undefined;
    },
  };
}
