import * as z from 'zod';
import { once } from '#shared/once';
import type { Fault } from '#shared/problem';
import type { Call } from '#shared/route';
import { codeTwice } from '../../problems/project.ts';
import { codeFault } from './codes.ts';

const rows = once(() =>
  z.object({ projects: z.array(z.object({ code: z.string().trim().catch('') }).catch({ code: '' })).max(200) }),
);

/** What is wrong with the codes of a file, by row: also of one that has other faults, so that nobody is told twice. */
export function importFaults(call: Pick<Call, 'body' | 'cause' | 'language'>): Fault[] {
  const { data } = rows().safeParse(call.body);
  const codes = data?.projects.map(({ code }) => code) ?? [];
  return codes.flatMap((code, n) => {
    if (code === '') return [];
    const pointer = `/projects/${n}/code`;
    const { code: fault, ...words } = codeTwice;
    const twice = codes.indexOf(code) < n ? [{ pointer, code: fault, message: words[call.language] }] : [];
    return [...codeFault(code, pointer, call), ...twice];
  });
}
