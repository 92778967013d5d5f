// What the rows of an order of three bills have in common, here as payments writes them: a row of another size is another call.
export const now = new Date().toISOString();
export const today = now.slice(0, 10);
export const later = '2099-01-01T00:00:00.000Z';
export const expiresAt = 2_000_000_000;
export const hash = 'x'.repeat(43);
export const payer = 'p_'.padEnd(29, 'x');
export const amountFen = 30_000;
export const sumFen = 3 * amountFen;

const place = { destination: 'treasury', subject: '103043306' };
const charges = [
  { code: 'bench-a', payee: 'urban' },
  { code: 'bench-b', payee: 'mnr' },
  { code: 'bench-c', payee: 'ps' },
];
export const linesOf = (more: object) => charges.map((charge) => ({ ...charge, ...place, ...more, amountFen }));

export const row = (pk: string, sk: string, fields: object) => ({ pk, sk, schema: 1, ...fields });

/** What a row of an order is made from: its bills, and the number of its charge at the channel. */
export interface Placed {
  id: string;
  bills: string[];
  number: string;
}

const payerActs = { office: 'applicant', actor: 'company' };
const serviceActs = { office: 'fuzhou/payments', actor: 'service:payments' };
export const entry = (pk: string, n: number, who: 'payer' | 'service') =>
  row(pk, `T#00000${n}`, {
    at: now,
    act: 'take',
    ...(who === 'payer' ? payerActs : serviceActs),
    prevHash: n === 1 ? '' : hash,
  });
