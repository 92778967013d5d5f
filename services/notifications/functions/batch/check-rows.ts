import type { BatchRow, RowFault } from '../../domain/batch/batch.ts';
import { valuesChecked } from '../../domain/batch/check-values.ts';
import type { Template } from '../../domain/template/template.ts';

/** A row as it was named: whom it tells, or why nobody knows. */
interface GivenRow {
  line: number;
  party: { partyId: string } | { fault: RowFault['code'] };
  values: Record<string, string>;
}

/** Looks at the rows of one batch, one after another: nobody is told twice, and each has what the template asks. */
export function rowChecker(by: { template: Template; signature: string }) {
  const check = valuesChecked(by);
  const seen = new Set<string>();
  return ({ line, party, values }: GivenRow): { row: BatchRow } | { faults: RowFault[] } => {
    const faults = check(values).map((fault) => ({ line, ...fault }));
    if ('fault' in party) return { faults: [{ line, code: party.fault }, ...faults] };
    const { partyId } = party;
    if (seen.has(partyId)) faults.unshift({ line, code: 'twice' });
    seen.add(partyId);
    return faults.length > 0 ? { faults } : { row: { line, partyId, values } };
  };
}
