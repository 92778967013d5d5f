import { refuse, type Refusal } from '#shared/route';
import type { IntakeDeps } from '../../deps.ts';
import type { PublishedItem } from '../../domain/catalogue/item.ts';
import type { Application } from '../../domain/case/application.ts';
import { caseProblems } from '../../problems/case.ts';
import { itemOf } from './item-of.ts';

/** 收件: the number and the code that go on the receipt; an item without a code of this set's has none to give. */
export async function numbered(
  application: Pick<Application, 'itemKey' | 'itemVersion' | 'catalogueVersion'>,
  at: Date,
  deps: Pick<IntakeDeps, 'catalogue' | 'numbers' | 'newCode' | 'set'>,
): Promise<{ number?: string; trackingCode?: string } | Refusal> {
  return numberedBy(await itemOf(application, deps), at, deps);
}

/** The same where the item is at hand. */
export async function numberedBy(
  { codes }: Pick<PublishedItem, 'codes'>,
  at: Date,
  deps: Pick<IntakeDeps, 'numbers' | 'newCode' | 'set'>,
): Promise<{ number?: string; trackingCode?: string } | Refusal> {
  const code = codes?.implementing[deps.set];
  if (!code) return {};
  const number = await deps.numbers.next(code, at);
  return number ? { number, trackingCode: deps.newCode() } : refuse(caseProblems['numbers-used-up']);
}
