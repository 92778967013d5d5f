import { pathOf } from '../../support/cases.ts';
import { eventually, type Answer, type Caller } from '../../support/hall.ts';

/** What is wrong with an item, and what mends it. */
export interface Mending {
  item: string;
  defect: { pointer: string; what: string; mend: string };
  value: string;
}

/** Answers a notice on one case, once it has come to it. */
export async function mended(who: Caller, caseId: string, { defect, value }: Mending): Promise<Answer> {
  await eventually(
    () => who.get(pathOf(caseId)),
    ({ body }) => body['status'] === 'correcting' || body['status'] === 'supplementing',
  );
  return who.post(`${pathOf(caseId)}/resubmit`, { changes: [{ pointer: defect.pointer, value }] });
}
