/** Where a case stands when a route is asked; `in-review` is an accepted case with one open task. */
export type State =
  | 'draft'
  | 'submitted'
  | 'correcting'
  | 'refusal-proposed'
  | 'accepted'
  | 'in-review'
  | 'tolerated'
  | 'suspended'
  | 'supplementing'
  | 'decided'
  | 'committed'
  | 'broken';

const defects = [{ pointer: '/operatorName', what: '名称不符', mend: '与营业执照一致' }];
const toFollow = {
  tolerance: { requirements: ['premises-layout'], days: 3, promised: true, signature: { ref: 'hall-2026-0001' } },
};

/** Granted on a commitment. */
export const promising: ReadonlySet<State> = new Set(['committed', 'broken']);
const granted = [
  ['accept', {}, 'window'],
  // What nobody has assessed would keep its result in the office.
  ['fees/assess', { lines: [{ code: 'road-repair', quantity: 0 }], evidence: '未占用道路' }, 'approver'],
  ['decide', { outcome: 'granted', opinion: '同意' }, 'approver'],
] as const;

/** What staff do with a case that was handed in until it stands there. */
export const waysTo: Record<
  State,
  readonly (readonly [act: string, body: object, role: 'window' | 'approver' | 'head'])[]
> = {
  draft: [],
  submitted: [],
  correcting: [['request-correction', { defects }, 'window']],
  'refusal-proposed': [['propose-refusal', { reasons: '不符', guidance: '先办执照' }, 'window']],
  accepted: [['accept', {}, 'window']],
  'in-review': [['accept', {}, 'window']],
  tolerated: [['accept', toFollow, 'window']],
  suspended: [
    ['accept', {}, 'window'],
    ['suspend', { kind: 'hearing', why: '听证' }, 'approver'],
  ],
  decided: granted,
  committed: granted,
  broken: [...granted, ['commitment/break', { result: '场所与承诺不符' }, 'head']],
  supplementing: [
    ['accept', {}, 'window'],
    ['request-supplement', { defects, why: '现场发现' }, 'approver'],
  ],
};
