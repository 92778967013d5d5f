import { problems, type Fault } from '#shared/problem';
import { refuse, type Call, type Refusal } from '#shared/route';
import type { LineFault } from '../../domain/bill/of-department.ts';
import { notLess, notOnBill, notYourCharge, offList, unknownRelief } from '../../problems/bill.ts';

const words = {
  'off-list': offList,
  'not-your-charge': notYourCharge,
  'unknown-relief': unknownRelief,
  'not-on-bill': notOnBill,
  'not-less': notLess,
};

/** What is wrong with lines of a request, each by its place. */
export function refuseLines(faults: readonly LineFault[], language: Call['language']): Refusal {
  const told = faults.map(({ at, fault }): Fault => {
    const { code, ...said } = words[fault];
    return { pointer: `/lines/${at}/code`, code, message: said[language] };
  });
  return refuse(problems.invalidInput, told);
}
