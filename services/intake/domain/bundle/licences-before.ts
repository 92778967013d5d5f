import type { Item } from '../catalogue/item.ts';
import { requirementsOf } from '../catalogue/requirements.ts';
import type { Application } from '../case/application.ts';
import { licenceFacts } from '../case/licence-told.ts';
import type { Given } from '../material/given.ts';

/** A grant of an earlier part, and which licence its item gives. */
export interface EarlierGrant {
  decided: Application;
  licenceType: string | null;
}

/** The licences of earlier parts for the lines that ask for them: nobody brings them, and the office need not fetch them. */
export function licencesFor(
  application: Pick<Application, 'situation' | 'committed'>,
  item: Pick<Item, 'materials' | 'commitment'>,
  earlier: readonly EarlierGrant[],
): Given[] {
  return requirementsOf(item, application).flatMap(({ type }): Given[] => {
    const giving = earlier.find(({ decided, licenceType }) => licenceType === type && gives({ decided, licenceType }));
    return giving ? [{ requirement: type, materialId: giving.decided.id, version: 1 }] : [];
  });
}

/** An item without a code of its set gives no electronic licence, and a change gives one that there is already. */
const gives = ({ decided, licenceType }: EarlierGrant): boolean =>
  licenceFacts(decided, { licenceType }).some(
    ({ data }) => data['act'] === 'issue' && data['licenceId'] === decided.id,
  );
