import type { Key, Row } from '#shared/table';

type Kept = Key & Row;

/** What an alteration did, and the rows of a record with it. */
export interface Altered {
  how: string;
  rows: Kept[];
}

/** A value with one place of it changed, for each of its places: a character, a number, a truth, an entry that is gone or new. */
function changed(value: unknown): unknown[] {
  if (typeof value === 'string')
    return [value === '' ? 'x' : `${value.startsWith('x') ? 'y' : 'x'}${value.slice(1)}`, `${value}0`];
  if (typeof value === 'number') return [value + 1, String(value)];
  if (typeof value === 'boolean') return [!value];
  if (Array.isArray(value)) {
    const [list, last]: [unknown[], unknown] = [value, value.at(-1)];
    const each = list.flatMap((one, n) => changed(one).map((other) => list.with(n, other)));
    return [...each, [...list, last ?? 'x'], ...(list.length > 0 ? [list.slice(1)] : [])];
  }
  return typeof value === 'object' && value !== null ? changedRow({ ...value }) : ['x'];
}

function changedRow(row: Row): Row[] {
  const each = Object.entries(row).flatMap(([name, value]) =>
    changed(value).map((other) => ({ ...row, [name]: other })),
  );
  const gone = Object.keys(row).map((name) => Object.fromEntries(Object.entries(row).filter(([one]) => one !== name)));
  return [...each, ...gone, { ...row, more: 'x' }];
}

const isEntry = ({ sk }: Kept) => sk.startsWith('T#');
/** A row of which a chain says something, with the fields that it speaks of: the text of a form, all else but the keys. */
function spoken({ pk, sk, ...rest }: Kept): Row | undefined {
  if (sk.startsWith('FORM')) return { form: rest['form'] };
  return sk === 'REC' || sk === 'ISSUED' || isEntry({ pk, sk }) ? rest : undefined;
}

/** Every alteration of one place of one row that its acts have left. */
export function alteredFields(rows: readonly Kept[]): Altered[] {
  return rows.flatMap((row, n) => {
    const { pk, sk } = row;
    const said = spoken(row);
    // Of a bundle's form nothing is said: each of its cases has a form of its own.
    if (!said || (pk.startsWith('BUNDLE#') && sk === 'FORM')) return [];
    const kept = Object.fromEntries(Object.entries(row).filter(([name]) => !(name in said)));
    // Beside its text a form has marks that no act speaks of.
    const found = changedRow(said).filter((other) => !sk.startsWith('FORM') || !('more' in other));
    return found.map((other) => ({
      how: `${sk}: ${JSON.stringify(other)}`,
      rows: rows.with(n, { ...kept, ...other, pk, sk }),
    }));
  });
}

/** Each entry gone, each two neighbours in one another's place, and one more behind the last. */
export function alteredEntries(rows: readonly Kept[]): Altered[] {
  const at = rows.flatMap((row, n) => (isEntry(row) ? [n] : []));
  const rowAt = (n: number): Kept => {
    const row = rows[n];
    if (!row) throw new Error('no such row');
    return row;
  };
  const gone = at.map((n) => ({ how: `without ${rowAt(n).sk}`, rows: rows.toSpliced(n, 1) }));
  const swapped = at.slice(1).map((n, i) => {
    const before = at[i] ?? 0;
    const [one, two] = [rowAt(before), rowAt(n)];
    return {
      how: `${one.sk} for ${two.sk}`,
      rows: rows.with(before, { ...two, sk: one.sk }).with(n, { ...one, sk: two.sk }),
    };
  });
  const last = rowAt(at.at(-1) ?? 0);
  const next = `T#${String(Number(last.sk.slice(2)) + 1).padStart(6, '0')}`;
  const record = rows.find(({ sk }) => sk === 'REC');
  const forged = { ...last, sk: next, prevHash: record?.['timelineHash'] };
  return [...gone, ...swapped, { how: 'one more', rows: [...rows, forged] }];
}
