import type { Day } from '#shared/calendar';
import type { PlannedItem } from '../plan/plan-of.ts';

/** How the evaluations of a stage stand together, by how their cases do. */
export const groupStates = ['none', 'to-file', 'partly-filed', 'in-review', 'concluded'] as const;
type GroupState = (typeof groupStates)[number];

const opinions: ReadonlyMap<PlannedItem['state'], 'granted' | 'refused'> = new Map([
  ['done', 'granted'],
  ['refused', 'refused'],
]);

/** One evaluation, as its department stands to it. */
interface Opinion {
  key: string;
  department: string;
  /** Working days that are promised. */
  days: number;
  state: PlannedItem['state'];
  applies: PlannedItem['applies'];
  /** The last day on which its department is to say what it thinks, while that is counted. */
  until?: Day;
  opinion?: 'granted' | 'refused';
  case?: PlannedItem['case'];
}

interface EvaluationTable {
  state: GroupState;
  /** Days on which they were handed in: one, where one form was. */
  filedOn: readonly Day[];
  /** Departments that have not said yet what they think, of what was handed in. */
  awaited: readonly string[];
  opinions: readonly Opinion[];
}

/** 多评一表: the evaluations of a stage in one table; who files them with one form has them received once. */
export function evaluationTable(
  group: readonly string[],
  items: readonly PlannedItem[],
  stage: number,
): EvaluationTable {
  const own = items.filter((one) => one.stage === stage && group.includes(one.key));
  const filed = own.filter((one) => isFiled(one));
  const awaited = filed.filter(({ state }) => state === 'in-hand').map(({ department }) => department);
  return {
    state: stateOf(own),
    filedOn: [...new Set(filed.flatMap((one) => one.case?.submitted ?? []))].toSorted(),
    awaited: [...new Set(awaited)],
    opinions: own.map(opinionOn),
  };
}

/** What was withdrawn, or ended without a decision, is to be filed again. */
const isFiled = ({ state, case: found }: PlannedItem): boolean =>
  state !== 'off' && found !== undefined && found.state !== 'ended';

function stateOf(own: readonly PlannedItem[]): GroupState {
  const on = own.filter(({ state }) => state !== 'off');
  const filed = on.filter((one) => isFiled(one));
  if (on.length === 0) return 'none';
  if (filed.length === 0) return 'to-file';
  if (filed.length < on.length) return 'partly-filed';
  return on.some(({ state }) => state === 'in-hand') ? 'in-review' : 'concluded';
}

function opinionOn(item: PlannedItem): Opinion {
  const { key, department, days, state, applies, case: found } = item;
  const opinion = opinions.get(state);
  const until = state === 'in-hand' ? found?.due : undefined;
  return {
    key,
    department,
    days,
    state,
    applies,
    ...(until !== undefined && { until }),
    ...(opinion && { opinion }),
    ...(found && { case: found }),
  };
}
