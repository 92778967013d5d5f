import { plain } from '#shared/plain';
import type { Language } from '#shared/problem';
import { actionsOf } from '../../domain/batch/act.ts';
import type { Batch, Person } from '../../domain/batch/batch.ts';
import type { Counts } from '../../domain/batch/progress.ts';
import { rowFaultWords } from '../../problems/batch.ts';

export const showActed = (found: Batch, reader: Person) => ({
  id: found.id,
  status: found.state,
  version: found.version,
  actions: actionsOf(found, reader),
});

/** As staff see it in a list. */
export function showSummary(found: Batch, reader: Person) {
  const { district, title, template, channels, rows, sendAt, proposedBy, proposedAt, approvedBy, approvedAt } = found;
  return {
    ...showActed(found, reader),
    ...plain({ district, title, template, channels, rows, sendAt, proposedBy: proposedBy.sub, proposedAt }),
    ...plain({ approvedBy: approvedBy?.sub, approvedAt }),
  };
}

interface Seen {
  taken: number;
  counts: Counts;
  reader: Person;
  language: Language;
}

/** All of it but its rows: those are shown to nobody. */
export function showWhole(found: Batch, { taken, counts, reader, language }: Seen) {
  const { file, faults, rows } = found;
  const first = faults?.first.map((one) => ({ ...one, message: rowFaultWords[one.code][language] }));
  return {
    ...showSummary(found, reader),
    ...(file && { file }),
    progress: { rows, taken, ...counts },
    ...(faults && { faults: { count: faults.count, first } }),
  };
}
