import type * as z from 'zod';
import { fact, type Fact } from '#events/event';
import { DocumentDueV1 } from '#events/intake/document-due.v1';
import type { Application } from '../case/application.ts';
import type { Act } from '../case/graph.ts';
import type { Label } from './sheet.ts';

/** 文书: what an act must be put in writing as (行政许可法 arts 32, 38, 42, 45). */
export const documentKind = () => DocumentDueV1.data.shape.documents.element;
export type DocumentKind = z.infer<ReturnType<typeof documentKind>>;

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
  application: Pick<Application, 'id' | 'state'>;
  act: Act;
}

/** The documents that an act owes. A draft taken back never came to an office; what is only filed is done when it is accepted. */
export function documentsDue({ before, application, act }: Acted): readonly DocumentKind[] {
  if (before.state === 'draft' && act !== 'submit') return [];
  if (act === 'accept' && application.state === 'decided') return ['decision'];
  return owed[act] ?? [];
}

/** The fact that brings them to their maker; it carries ids only, what they say is read from the case. */
export function documentFacts(acted: Acted): Fact[] {
  const documents = [...documentsDue(acted)];
  return documents.length === 0 ? [] : [fact(DocumentDueV1, { caseId: acted.application.id, documents })];
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
