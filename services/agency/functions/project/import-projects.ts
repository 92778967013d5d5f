import type * as z from 'zod';
import { inPieces } from '#shared/pieces';
import { problems, type Fault } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import type { ProjectChange } from '../../domain/project/change.ts';
import { register } from '../../domain/project/register.ts';
import { codeTaken } from '../../problems/project.ts';
import type { importBody } from '../../schemas/project.ts';
import { factFaults } from './fact-faults.ts';
import { warningsOf } from './acted.ts';
import { importFaults } from './import-faults.ts';
import { investorOf } from './whose.ts';

type Importing = Call<unknown, z.infer<ReturnType<typeof importBody>>>;
/** A row of the file as a new project, and whose its code is already. */
interface Row {
  change: ProjectChange;
  owner: string | undefined;
}
/** A transaction has room for so many: four writes each, and the mark. */
const perTransaction = 20;
/** A reply is kept with its mark, which has 8 KB. */
const mostWarnings = 100;

/**
 * A file of the provincial platform: nothing of it is taken in while a row has a fault. It is saved piece by piece; whoever
 * sends it again after a break goes on, as what is registered already is left as it is.
 */
export const importProjects =
  (deps: AgencyDeps) =>
  async (call: Importing): Promise<HttpResponse> => {
    const rows = await compared(call, deps);
    const facts = call.body.projects.flatMap((row, n) => factFaults(row, `/projects/${n}`, call));
    const faults = [...importFaults(call), ...facts, ...takenBy(rows, call)];
    if (faults.length > 0) return refuse(problems.invalidInput, faults);
    const fresh = rows.filter(({ owner }) => owner === undefined).map(({ change }) => change);
    const warnings = rows.flatMap(({ change }, n) =>
      warningsOf(change.project, call.cause.at).map((code) => ({ pointer: `/projects/${n}`, code })),
    );
    const counts = { created: fresh.length, known: rows.length - fresh.length };
    const reply = { status: 200, body: { ...counts, warnings: warnings.slice(0, mostWarnings) } };
    await savePieces(fresh, { ...call.cause, reply }, deps);
    return reply;
  };

async function compared({ body, cause }: Importing, deps: AgencyDeps): Promise<Row[]> {
  const projects = await deps.projects();
  const ids = await projects.byCodes(body.projects.map(({ code }) => code));
  const found = await projects.getAll([...new Set(ids.flatMap((id) => id ?? []))]);
  const owners = new Map(found.map(({ id, investor }) => [id, investor.partyId]));
  return Promise.all(
    body.projects.map(async (row, n) => {
      const investor = await investorOf(row.investor, deps);
      const change = register({ ...row, id: deps.newId(), investor }, cause.at, 'import');
      return { change, owner: owners.get(ids[n] ?? '') };
    }),
  );
}

/** Rows whose code is that of a project of somebody else. */
function takenBy(rows: readonly Row[], { language }: Importing): Fault[] {
  const { code, ...words } = codeTaken;
  return rows.flatMap(({ change, owner }, n) => {
    const isOther = owner !== undefined && owner !== change.project.investor.partyId;
    return isOther ? [{ pointer: `/projects/${n}/code`, code, message: words[language] }] : [];
  });
}

/** The mark goes with the last piece: until then the file counts as not sent. */
async function savePieces(fresh: readonly ProjectChange[], cause: Importing['cause'], deps: AgencyDeps): Promise<void> {
  const projects = await deps.projects();
  const { mark, reply, ...unmarked } = cause;
  const pieces = inPieces(fresh, perTransaction);
  for (const piece of pieces.slice(0, -1)) await projects.saveAll(piece, unmarked);
  await projects.saveAll(pieces.at(-1) ?? [], cause);
}
