/** How the payer is led to the channel: a code to scan, a page to open, or what the channel's own app is called with. */
export type Shown =
  | { kind: 'code'; code: string }
  | { kind: 'page'; url: string }
  /** A page that is opened by sending these fields to it (POST). */
  | { kind: 'form'; url: string; fields: Record<string, string> }
  | { kind: 'call'; parameters: Record<string, string> };

/** What a channel answers when it is asked for a charge. `refused`: it will not take it, and says why in a code of its own. */
export type Begun = { state: 'pending'; show: Shown } | { state: 'refused'; reason: string };

/** How a charge stands at the channel. `absent`: it has never heard of the number. */
export type Standing =
  | { state: 'pending' }
  /** `day`: the channel's own accounting day (清算日), where that may be another than the day of `at`. */
  | { state: 'paid'; channelRef: string; amountFen: number; at: Date; day?: string }
  | { state: 'closed' }
  | { state: 'absent' };

/** How a refund stands at the channel. `absent`: it has never heard of it; `failed`: it cannot go back the way it came. */
export type RefundStanding =
  | { state: 'absent' }
  | { state: 'pending' }
  | { state: 'done'; channelRef: string; at: Date; day?: string }
  | { state: 'failed'; why: 'account' | 'too-late' | 'other' };

/** `undone`: it is not back yet, and whether the channel has heard of it cannot be told; it may be sent again under its number. */
export type AskedRefund = RefundStanding | { state: 'undone' };
