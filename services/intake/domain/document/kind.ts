import type * as z from 'zod';
import { fact, type Fact } from '#events/event';
import { DocumentDueV1 } from '#events/intake/document-due.v1';
import type { Application } from '../case/application.ts';
import type { Act } from '../case/graph.ts';

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
  'extend-correction': ['extension-notice'],
  'request-supplement': ['correction-notice'],
  'approve-refusal': ['refusal-of-acceptance'],
  'signpost-agreed': ['signpost'],
  suspend: ['special-procedure-notice'],
  extend: ['extension-notice'],
  decide: ['decision'],
  'renew-silently': ['decision'],
  withdraw: ['withdrawal-receipt'],
  'close-uncorrected': ['closing-notice'],
  void: ['closing-notice'],
  forward: ['closing-notice'],
};

/** Whether an act that the timeline tells of owes such a document, as all of its name do. */
export const owes = (act: string, kind: DocumentKind): boolean =>
  Object.entries(owed).some(([one, kinds]) => one === act && kinds.includes(kind));

interface Acted {
  before: Pick<Application, 'state'>;
  application: Pick<Application, 'id' | 'state'> & Partial<Pick<Application, 'outcome'>>;
  act: Act;
}

/** The documents that an act owes. A draft taken back never came to an office; what is only filed is done when it is accepted. */
export function documentsDue({ before, application, act }: Acted): readonly DocumentKind[] {
  if (before.state === 'draft' && act !== 'submit') return [];
  const accepted = act === 'accept' || act === 'accept-silently';
  if (accepted && application.state === 'decided') return ['decision'];
  // What was proposed with the office whose case it is shows the way there.
  if (act === 'approve-refusal' && application.outcome === 'returned') return ['signpost'];
  return owed[act] ?? [];
}

/** The fact that brings them to their maker; it carries ids only, what they say is read from the case. */
export function documentFacts(acted: Acted): Fact[] {
  const documents = [...documentsDue(acted)];
  return documents.length === 0 ? [] : [fact(DocumentDueV1, { caseId: acted.application.id, documents })];
}

/** 收件 of a case that begins upon another or in its place; where the office opens it of its own accord, the notice that it does. */
export function openingFacts({ id, state, follows }: Pick<Application, 'id' | 'state' | 'follows'>): Fact[] {
  if (state === 'draft') return [];
  // Only a forwarded case brings a form of its own: that of the other office's item.
  const documents = follows?.as === 'forward' ? [...handedIn] : ['receipt' as const];
  return [fact(DocumentDueV1, { caseId: id, documents })];
}
