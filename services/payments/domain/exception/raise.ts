import { daysAfter, startOf } from '#shared/calendar';
import type { Exception, Subject } from './exception.ts';
import { exceptionStep, type ExceptionAct } from './graph.ts';
import type { ExceptionClass } from '../reconciliation/class.ts';
import type { StatementRow } from '../reconciliation/row.ts';
import type { LedgerSide } from './exception.ts';

/** A difference as a run sees it. */
export interface Finding {
  class: ExceptionClass;
  subject: Subject;
  row?: StatementRow | undefined;
  ledger?: LedgerSide | undefined;
  differenceFen: number;
  detail: string;
}

/** Of which statement, and until when a later one may still show what this does not. */
export interface FindingPlace {
  id: string;
  channel: string;
  merchant: string;
  day: string;
  reconciliationId: string;
  at: Date;
  carriedUntil: string;
}

export interface Raised {
  before: Exception | undefined;
  after: Exception;
  act: ExceptionAct | 'raise' | 'change';
}

/** What a finding makes of the exception of its subject. Undefined: it is known as it is, or its money is on the way back. */
export function raise(before: Exception | undefined, finding: Finding, place: FindingPlace): Raised | undefined {
  if (!before) return { before, after: begun(finding, place), act: 'raise' };
  const isKnown = isSame(before, finding);
  const otherwise = { ...said(finding, place), state: 'open' as const, proposal: undefined, outcome: undefined };
  if (before.state === 'approved') return undefined;
  if (before.state === 'open' || before.state === 'carried') {
    if (isKnown) return isLate(before, finding) ? letGo(before) : undefined;
    return change(before, 'change', { ...said(finding, place), ...standing(finding, place) });
  }
  // What is proposed is about what was seen. What two people have decided stays decided while the file says the same.
  const stands = before.state === 'under-review' || before.outcome?.by !== 'run';
  return stands && (isKnown || isSetRight(before, finding)) ? undefined : change(before, 'reopen', otherwise);
}

/** The row is what it was, and what two people have decided leaves no difference any more. */
const isSetRight = (before: Exception, finding: Finding): boolean =>
  before.outcome !== undefined &&
  finding.differenceFen === 0 &&
  before.class === finding.class &&
  rowWords(before.row) === rowWords(finding.row);

/** No later statement has shown it: it is carried no more. What a statement has shown otherwise is what it was. */
export function letGo(before: Exception): Raised | undefined {
  const state = exceptionStep(before.state, 'let-go');
  const is = isMissing(before.class) ? 'MISSING_IN_STATEMENT' : before.class;
  return state && change(before, 'let-go', { state, class: is, carriedUntil: undefined });
}

/** It has come right by itself: by a late row, an entry that came late, or another file. Undefined where people have it, or it has ended. */
export function fallAway(before: Exception, { at, why }: { at: Date; why: string }): Raised | undefined {
  const state = exceptionStep(before.state, 'fall-away');
  if (!state) return undefined;
  const outcome = { by: 'run', at, action: why };
  return change(before, 'fall-away', { state, outcome, proposal: undefined, carriedUntil: undefined });
}

/** When a difference is looked at again by itself: carried, when its limit is past; unknown to the ledger, each hour of its first day and then each day. */
export function lookAt({
  channel,
  state,
  class: found,
  carriedUntil,
  raisedAt,
  lookedAt,
}: Exception): Date | undefined {
  // What a bank shows is looked at by its own clock.
  if (channel === 'bank') return undefined;
  if (state === 'carried' && carriedUntil) return limitOf(carriedUntil);
  if (state !== 'open' || found !== 'MISSING_IN_LEDGER') return undefined;
  const last = lookedAt ?? raisedAt;
  const isFresh = last.getTime() - raisedAt.getTime() < 86_400_000;
  return new Date(last.getTime() + (isFresh ? 3_600_000 : 86_400_000));
}

/** The statement of a day comes on the next: when that is over too, it will not show any more. */
export const limitOf = (carriedUntil: string): Date => startOf(daysAfter(carriedUntil, 2));

/** Looked at again, and it is as it was. */
export const lookedAgain = (before: Exception, at: Date): Raised => change(before, 'change', { lookedAt: at });

function begun(finding: Finding, place: FindingPlace): Exception {
  const { id, channel, merchant, reconciliationId, at } = place;
  return {
    ...said(finding, place),
    ...standing(finding, place),
    id,
    version: 1,
    channel,
    merchant,
    reconciliationId,
    subject: finding.subject,
    // Where the amounts agree the run has released the money: the fee alone is in question.
    money: finding.class === 'FEE_MISMATCH' ? 'run' : 'end',
    raisedAt: at,
    timelineHash: '',
  };
}

const standing = ({ class: found }: Finding, { carriedUntil }: FindingPlace) =>
  found === 'TIMING_CARRY_OVER'
    ? { state: 'carried' as const, carriedUntil }
    : { state: 'open' as const, carriedUntil: undefined };

function said(finding: Finding, { day, reconciliationId }: FindingPlace) {
  const { class: found, row, ledger, differenceFen, detail } = finding;
  return { class: found, row, ledger, differenceFen, detail, day, reconciliationId };
}

function change(before: Exception, act: Raised['act'], is: Partial<Exception>): Raised {
  // Where the amounts have come to differ the run releases it no more.
  const isApart = before.money === 'run' && is.class !== undefined && is.class !== 'FEE_MISMATCH';
  const after: Exception = { ...before, money: isApart ? 'end' : before.money, ...is, version: before.version + 1 };
  return { before, after, act };
}

const isMissing = (found: ExceptionClass): boolean => found === 'TIMING_CARRY_OVER' || found === 'MISSING_IN_STATEMENT';
const isLate = (before: Exception, { class: found }: Finding): boolean =>
  before.state === 'carried' && before.class === 'TIMING_CARRY_OVER' && found === 'MISSING_IN_STATEMENT';

/** Whether it is the difference that is known. Its line in the file and its words do not matter. */
function isSame(before: Exception, { class: found, row, ledger, differenceFen }: Finding): boolean {
  const sameClass = before.class === found || (isMissing(before.class) && isMissing(found));
  return (
    sameClass &&
    before.differenceFen === differenceFen &&
    before.ledger?.amountFen === ledger?.amountFen &&
    rowWords(before.row) === rowWords(row)
  );
}

const rowWords = (row: StatementRow | undefined): string =>
  row
    ? [row.amountFen, row.feeFen, row.currency, row.status, row.ref, row.merchantNumber, row.direction].join(' ')
    : '';
