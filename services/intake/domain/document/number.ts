import type { DocumentKind } from './kind.ts';
import type { Label } from '#shared/paper/sheet';

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
