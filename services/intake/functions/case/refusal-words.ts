import type { Problem } from '#shared/problem';
import type { CaseRefusal } from '../../domain/case/change.ts';
import { caseProblems } from '../../problems/case.ts';
import { decidedProblems } from '../../problems/decided.ts';

const all: Record<CaseRefusal, Problem> = { ...decidedProblems, ...caseProblems };

/** What a refusal says. */
export const problemOf = (code: CaseRefusal): Problem => all[code];
