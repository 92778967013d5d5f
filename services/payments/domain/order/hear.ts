import type { Begun, Standing } from './channel-words.ts';
import { end, lose, pay, take, type OrderChange } from './act.ts';
import type { Order } from './order.ts';

export interface Word {
  /** `silent`: no answer came. */
  said: Begun | Standing | { state: 'silent' };
  at: Date;
}

/** What becomes of an order by what its channel answers of an attempt. Undefined: no news. */
export function hear(order: Order, number: string, { said, at }: Word): OrderChange | undefined {
  if (said.state === 'silent') return lose(order, number, at);
  if (said.state === 'pending') return take(order, number, { show: 'show' in said ? said.show : undefined, at });
  if (said.state === 'paid') return pay(order, number, said);
  if (said.state === 'refused') return end(order, number, { act: 'refuse', reason: said.reason });
  // Where it never reached the channel nobody can have paid it. Should it arrive yet, and be paid, that is taken too.
  return end(order, number, said.state === 'absent' ? { act: 'close', reason: 'absent' } : { act: 'close' });
}
