import { expect, test } from 'vitest';
import { charges } from '../../test/support/charges.ts';
import { openPayments } from '../../test/support/payments.ts';

type Change = Partial<(typeof charges.charges)[number]>;

/** The faults of the list with one charge more. */
async function faultsWith(change: Change): Promise<string[]> {
  const world = openPayments();
  const [first] = charges.charges;
  const body = { ...charges, charges: [...charges.charges, { ...first, code: 'more', ...change }] };
  const reply = await world.send('POST', '/payments/charge-list', { actor: world.finance, body });
  return (reply.body.errors ?? []).map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`);
}
const at = (field: string, code: string) => `/charges/${charges.charges.length}/${field} ${code}`;

test('a charge that stands twice, or is for a payee that the list has not, is named', async () => {
  expect(await faultsWith({ code: 'exam' })).toEqual([at('code', 'twice')]);
  expect(await faultsWith({ payee: 'nobody' })).toEqual([at('payee', 'unknown-payee')]);
});

test('the money of a merchant goes to one place, and to one payee where that is an account of his own', async () => {
  expect(await faultsWith({ destination: 'fiscal-account' })).toEqual([at('merchant', 'mixed-merchant')]);
  expect(await faultsWith({ destination: 'own-account' })).toEqual([at('merchant', 'mixed-merchant')]);
  const own = { merchant: 'water', destination: 'own-account' } as const;
  expect(await faultsWith({ ...own, payee: 'edu' })).toEqual([at('merchant', 'mixed-merchant')]);
  expect(await faultsWith({ ...own, payee: 'water' })).toEqual([]);
});
