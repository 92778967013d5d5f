import { workingDaysAfter, dayOf, type CalendarYear, type Day } from '#shared/calendar';
import { checkName } from './account-name.ts';
import { isBound, noAccount, notApproved, step, type RefundChange } from './act.ts';
import { payeeUnpromised, treasuryPaid, treasuryUnpromised } from './treasury-entries.ts';
import type { Acting } from '../person.ts';
import type { Account, Refund } from './refund.ts';

type Unit = NonNullable<Refund['unit']>;
interface Named {
  account: Account;
  /** What the payer is called, where that is known. */
  payer: string | undefined;
}

const naming = ({ account, payer }: Named) => ({ account, accountName: checkName(account.name, payer) });

/** It has been remitted meanwhile, so that neither channel nor payee has it to give back: the unit must verify it (退付). */
export function divert(before: Refund, unit: Unit, { at, to }: { at: Date; to?: Named }): RefundChange | undefined {
  const account = to ? naming(to) : noAccount;
  const change = step(before, 'divert', { unit, waitsSince: at, ...account, ...notApproved });
  return change && { ...change, entries: before.state === 'stuck' ? [payeeUnpromised(before)] : [] };
}

/** 执收单位核实: it is owed back, and the payer has asked for it to be paid to this account. */
export function verify(before: Refund, by: Acting, { at, ...named }: Named & { at: Date }): RefundChange | undefined {
  const verified = { verifiedBy: by.sub, verifiedParty: by.partyId };
  return step(before, 'verify', { ...verified, waitsSince: at, ...naming(named) });
}

/** The unit says that nothing is owed back. */
export const refuseVerifying = (before: Refund, reason: string): RefundChange | undefined =>
  isBound(before) ? undefined : step(before, 'refuse', { ...noAccount, rejection: reason, waitsSince: undefined });

/** 国库退付: the treasury has paid it. */
export function payBack(before: Refund, done: NonNullable<Refund['done']>): RefundChange | undefined {
  const change = step(before, 'pay-back', { done, waitsSince: undefined });
  return change && { ...change, entries: [treasuryPaid(before)] };
}

/** The treasury's transfer came back: the unit finds out another account. */
export function returnToUnit(before: Refund, at: Date): RefundChange | undefined {
  const nobody = { verifiedBy: undefined, verifiedParty: undefined, ...notApproved };
  const change = step(before, 'return', { ...noAccount, ...nobody, waitsSince: at });
  return change && { ...change, entries: [treasuryUnpromised(before)] };
}

/** Working days for each step, counted from the day after it began to wait; settings, since each province has its own. */
export type TreasuryDays = Readonly<Record<'verifying' | 'verified' | 'treasury-due', number>>;

/** By when the step that is next is to be done, by the calendar as it is published today; undefined where nothing waits. */
export function limitOf(
  { state, waitsSince }: Pick<Refund, 'state' | 'waitsSince'>,
  { days, calendar }: { days: TreasuryDays; calendar: readonly CalendarYear[] },
): { day: Day; provisional: boolean } | undefined {
  if (!waitsSince || (state !== 'verifying' && state !== 'verified' && state !== 'treasury-due')) return undefined;
  return workingDaysAfter(dayOf(waitsSince), days[state], calendar);
}
