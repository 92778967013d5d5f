import type { fakeTable } from '#shared/table.fake';

/** Of what the paths of payments are, by the first name after the service's. */
const kinds: Readonly<Record<string, string>> = {
  bills: 'BILL',
  'charge-list': 'CHARGES',
  days: 'PERIOD',
  months: 'PERIOD',
  'paid-elsewhere': 'ELSEWHERE',
  'receipt-segments': 'SEGMENT',
  refunds: 'REFUND',
  remittances: 'REMITTANCE',
  settlements: 'SETTLEMENT',
  shifts: 'SHIFT',
  years: 'PERIOD',
};

/** The version of what a path acts on, as who has just read it names it; undefined where it acts on nothing that has one. */
export function versionSeen(table: Pick<ReturnType<typeof fakeTable>, 'rows'>, path: string): number | undefined {
  const [, , name = '', id = ''] = path.split('/');
  const pk = `${kinds[name]}#${id}`;
  const row = table.rows().find((one) => one['pk'] === pk && one['sk'] === 'REC');
  return row && Number(row['version']);
}
