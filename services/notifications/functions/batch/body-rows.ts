import type * as z from 'zod';
import { documentIn } from '#shared/named-party';
import { partyIdOf } from '#shared/party';
import { pointerOf, type Fault, type Language } from '#shared/problem';
import type { BatchRow, RowFault } from '../../domain/batch/batch.ts';
import type { Template } from '../../domain/template/template.ts';
import { rowFaultWords } from '../../problems/batch.ts';
import type { batchBody } from '../../schemas/batch.ts';
import { rowChecker } from './check-rows.ts';

type Row = NonNullable<z.infer<ReturnType<typeof batchBody>>['rows']>[number];

interface By {
  template: Template;
  signature: string;
  key: string;
  language: Language;
}

/** The rows that came with a request, or every fault of them by its place. A document becomes the id of its party here. */
export function bodyRows(
  rows: readonly Row[],
  { key, language, ...by }: By,
): { rows: BatchRow[] } | { faults: Fault[] } {
  const check = rowChecker(by);
  const partyOf = ({ to }: Row) => ('partyId' in to ? to.partyId : partyIdOf(key, documentIn(to.document)));
  const read = rows.map((row, n) => check({ line: n + 1, party: { partyId: partyOf(row) }, values: row.values }));
  const faults = read.flatMap((one) => ('faults' in one ? one.faults : []));
  if (faults.length > 0) return { faults: faults.map((one) => faultSaid(one, language)) };
  return { rows: read.flatMap((one) => ('row' in one ? [one.row] : [])) };
}

function faultSaid({ line, code, column }: RowFault, language: Language): Fault {
  const place = column ? ['values', column] : code === 'twice' ? ['to'] : [];
  return { pointer: pointerOf(['rows', line - 1, ...place]), code, message: rowFaultWords[code][language] };
}
