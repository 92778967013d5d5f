import type * as z from 'zod';
import { faultsOf, problems, type Fault } from '#shared/problem';
import { isRefusal, refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { readProjectFile, type FileRow } from '../../domain/project/project-file.ts';
import { fileFaults } from '../../problems/project.ts';
import { importBody, type importFileBody } from '../../schemas/project.ts';
import { importFaults } from './import-faults.ts';
import { importProjects } from './import-projects.ts';

/** The same as an import, out of a table: every fault is told by its line. */
export const importFile =
  (deps: AgencyDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof importFileBody>>>): Promise<HttpResponse> => {
    const read = readProjectFile(call.body.csv);
    if ('faults' in read) {
      const faults = read.faults.map(({ line, code, column }): Fault => ({
        pointer: `/csv/${line}${column === undefined ? '' : `/${column}`}`,
        code,
        message: fileFaults[code][call.language],
      }));
      return refuse(problems.invalidInput, faults);
    }
    const body = { projects: read.rows.map(({ project }) => project) };
    const parsed = importBody().safeParse(body);
    if (parsed.success) return byLine(await importProjects(deps)({ ...call, body: parsed.data }), read.rows);
    const faults = [...faultsOf(parsed.error.issues), ...importFaults({ ...call, body })];
    return byLine(refuse(problems.invalidInput, faults), read.rows);
  };

/** What is said of the n-th project is said of the line on which it stands. */
function byLine(response: HttpResponse, rows: readonly FileRow[]): HttpResponse {
  if (!isRefusal(response) || !response.errors) return response;
  const errors = response.errors.map(({ pointer, ...fault }) => ({ ...fault, pointer: lineOf(pointer, rows) }));
  return { ...response, errors };
}

const lineOf = (pointer: string, rows: readonly FileRow[]): string =>
  pointer.replace(/^\/projects(?:\/(\d+))?/, (_, n?: string) =>
    n === undefined ? '/csv' : `/csv/${rows[Number(n)]?.line}`,
  );
