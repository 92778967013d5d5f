import type { Cause } from '#shared/cause';
import { checked } from '../../domain/batch/act.ts';
import type { Batch, RowFault } from '../../domain/batch/batch.ts';
import { templateFor } from '../../domain/edition/in-force.ts';
import { runWrite } from '../../stores/batches.ts';
import { readFile } from './read-file.ts';
import { faultsKey } from './file-keys.ts';
import type { RunDeps } from './run-deps.ts';

/** The file of a batch is read as a whole, and each fault of it written down. Killed halfway it is read anew, and comes to the same. */
export async function checkFile(before: Batch, cause: Cause, deps: RunDeps): Promise<void> {
  const { template: said } = before;
  const ruled = templateFor(await deps.editions.named(said.edition), said.key);
  if (!ruled) throw new Error('a batch has a template that there is not');
  const [files, key] = await Promise.all([deps.batchFiles(), deps.codeKey()]);
  const { rows, faults, pieces } = await readFile(before, { ...ruled, key, files });
  if (faults.length > 0) await files.put(faultsKey(before.id), Buffer.from(faultFile(faults)));
  const change = checked(before, { rows, count: faults.length, first: faults }, deps.now());
  if (change) await deps.batches.save(change, cause, faults.length > 0 ? [] : [runWrite(before.id, pieces)]);
}

/** Codes, lines and columns of ours: nothing in it needs quotes, and nothing is anybody's. */
function faultFile(faults: readonly RowFault[]): string {
  const lines = faults.map(({ line, column = '', code }) => `${line},${column},${code}\r\n`);
  return `line,column,code\r\n${lines.join('')}`;
}
