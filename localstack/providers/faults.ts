/** What goes wrong with a call: held back, lost after the deed, not given, refused for now, or for that number. */
export const callFaults = ['slow', 'lost-reply', 'down', 'limit', 'unreachable'] as const;
/** What goes wrong with a receipt: lost, sent twice, forged, or it says that nothing arrived. */
export const receiptFaults = ['receipt-lost', 'receipt-twice', 'receipt-forged', 'receipt-failed'] as const;
export const providerFaults = [...callFaults, ...receiptFaults] as const;
export type FaultKind = (typeof providerFaults)[number];

/** Those who are asked by HTTP, and a mail server. */
export const askedByHttp = ['aliyun', 'tencent', 'wechat'] as const;
export const providerNames = [...askedByHttp, 'smtp'] as const;
export type ProviderName = (typeof providerNames)[number];

export interface ProviderFault {
  /** `any`: whoever is asked next. */
  provider: ProviderName | 'any';
  kind: FaultKind;
  times: number;
  /** Of how many calls in a hundred; absent: of each, until it was used up. */
  share?: number | undefined;
}

export type Faults = ReturnType<typeof providerFaultList>;

/** Faults that wait for their turn; `chance` is from 0 to below 1. */
export function providerFaultList(chance: () => number) {
  const waiting: ProviderFault[] = [];
  return {
    add: (fault: ProviderFault) => void waiting.push({ ...fault }),
    clear: () => void waiting.splice(0),
    /** The next fault of these kinds, which is used up by that. */
    next<Wanted extends FaultKind>(provider: ProviderName, kinds: readonly Wanted[]): Wanted | undefined {
      const isWanted = (kind: FaultKind): kind is Wanted => kinds.some((one) => one === kind);
      for (const one of waiting) {
        if (one.times < 1 || ![provider, 'any'].includes(one.provider) || !isWanted(one.kind)) continue;
        if (one.share !== undefined && chance() * 100 >= one.share) continue;
        one.times -= 1;
        return one.kind;
      }
      return undefined;
    },
  };
}
