import * as z from 'zod';
import type { Application } from '../case/application.ts';
import type { Act } from '../case/graph.ts';
import type { Label } from './sheet.ts';

/** 文书: what an act must be put in writing as (行政许可法 arts 32, 38, 42, 45). */
export const documentKind = z.enum([
  'application-form',
  'receipt',
  'acceptance-notice',
  'correction-notice',
  'refusal-of-acceptance',
  'signpost',
  'special-procedure-notice',
  'extension-notice',
  'decision',
  'withdrawal-receipt',
  'closing-notice',
]);
export type DocumentKind = z.infer<typeof documentKind>;

const handedIn: readonly DocumentKind[] = ['application-form', 'receipt'];

/** Which acts owe a document; all others owe none. */
const owed: Partial<Record<Act, readonly DocumentKind[]>> = {
  submit: handedIn,
  resubmit: handedIn,
  accept: ['acceptance-notice'],
  'accept-silently': ['acceptance-notice'],
  'request-correction': ['correction-notice'],
  'request-supplement': ['correction-notice'],
  'approve-refusal': ['refusal-of-acceptance'],
  signpost: ['signpost'],
  suspend: ['special-procedure-notice'],
  extend: ['extension-notice'],
  decide: ['decision'],
  'renew-silently': ['decision'],
  withdraw: ['withdrawal-receipt'],
  'close-uncorrected': ['closing-notice'],
  void: ['closing-notice'],
  forward: ['closing-notice'],
};

interface Acted {
  before: Pick<Application, 'state'>;
  application: Pick<Application, 'state'>;
  act: Act;
}

/** The documents that an act owes. A draft taken back never came to an office; what is only filed is done when it is accepted. */
export function documentsDue({ before, application, act }: Acted): readonly DocumentKind[] {
  if (before.state === 'draft' && act !== 'submit') return [];
  if (act === 'accept' && application.state === 'decided') return ['decision'];
  return owed[act] ?? [];
}

/** 文号: the word that tells an office's kinds of documents apart; what the applicant says himself has no number of the office. */
const words: Partial<Record<DocumentKind, string>> = {
  receipt: '收',
  'acceptance-notice': '受',
  'correction-notice': '补',
  'refusal-of-acceptance': '不受',
  signpost: '指',
  'special-procedure-notice': '特',
  'extension-notice': '延',
  decision: '决',
  'withdrawal-receipt': '撤',
  'closing-notice': '终',
};

export const isNumbered = (kind: DocumentKind): boolean => words[kind] !== undefined;

/** 鼓楼区市场监督管理局受字〔2026〕12号: office, kind, year and the place in that year (GB/T 9704-2012, 7.2.5). */
export function documentNumber(
  office: Label,
  kind: DocumentKind,
  { day, sequence }: { day: string; sequence: number },
) {
  return `${office.zh}${words[kind] ?? ''}字〔${day.slice(0, 4)}〕${sequence}号`;
}

/** Its name within its case: the version of the case that the act made, and the kind. Stable, and with nothing personal. */
export const documentName = (version: number, kind: DocumentKind): string => `${version}-${kind}`;
