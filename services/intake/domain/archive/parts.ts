import type { Versions } from './archive.ts';

type Row = Record<string, unknown>;

/** A part of a package that is written as JSON. */
export interface Part {
  name: string;
  content: unknown;
}

interface Kept {
  case: readonly Row[];
  delivery: readonly Row[];
  publicity: readonly Row[];
  push: readonly Row[];
  fees: readonly Row[];
  commitment: readonly Row[];
  findings: readonly Row[];
  materials: readonly Row[];
}

const sortKey = ({ sk }: Row): string => String(sk);
/** What only serves lists and the clock says nothing of the case. */
const serving = /^(DUE|LIMIT|TASK#|REVIEW|FINDING#)/;
const ofIndex = /^(pk|sk)\d?$/;

/** What is kept of a row: what it says, without the keys of its lists. */
const content = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([name]) => !ofIndex.test(name)));

/** The parts of a package but for the papers: the case, its forms as they were, its timeline, and what followed from it. */
export function partsOf(kept: Kept): Part[] {
  const rows = kept.case.filter((row) => !serving.test(sortKey(row)));
  const named = (prefix: string) => rows.filter((row) => sortKey(row).startsWith(prefix)).map(content);
  const known = ['REC', 'FORM', 'T#', 'A#', 'DOC#'];
  const others = rows.filter((row) => known.every((prefix) => !sortKey(row).startsWith(prefix))).map(content);
  const forms = rows.filter((row) => sortKey(row).startsWith('FORM'));
  return [
    { name: 'case.json', content: named('REC')[0] },
    ...forms.map((row) => ({
      name: `forms/${sortKey(row).replace('#', '-').toLowerCase()}.json`,
      content: content(row),
    })),
    { name: 'timeline.json', content: named('T#') },
    { name: 'access-records.json', content: named('A#') },
    { name: 'documents.json', content: named('DOC#') },
    ...followed('materials', kept.materials),
    ...followed('delivery', kept.delivery),
    ...followed('publicity', kept.publicity),
    ...followed('push', kept.push),
    ...followed('fees', kept.fees),
    ...followed('commitment', kept.commitment),
    ...followed('findings', kept.findings),
    ...(others.length > 0 ? [{ name: 'others.json', content: others }] : []),
  ];
}

/** A record that followed, with its timeline and what stands beside it. */
function followed(name: string, rows: readonly Row[]): Part[] {
  const said = rows.filter((row) => !serving.test(sortKey(row)));
  return said.length > 0 ? [{ name: `${name}.json`, content: said.map(content) }] : [];
}

/** Of each record that follows from a case, its version; of findings, how many acts there were on all of them. */
export function versionsOf({ delivery, publicity, push, fees, commitment, findings }: Kept): Versions {
  const following = { delivery, publicity, push, fees, commitment, findings };
  const known = Object.entries(following).filter(([, rows]) => rows.length > 0);
  return Object.fromEntries(known.map(([name, rows]) => [name, versionIn(rows)]));
}

const versionIn = (rows: readonly Row[]): number =>
  rows.reduce((sum, { sk, version }) => sum + (sk === 'REC' ? Number(version) : 0), 0);
