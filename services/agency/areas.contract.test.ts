import { expect, test } from 'vitest';
import { projectInput } from '../../test/docs/examples/project.ts';
import { staffActor } from '../../test/support/actors.ts';
import { engineForTests } from '../../test/support/engine-table.ts';
import { uuid } from '../../test/support/facts.ts';
import { reuseShown, type Reuse } from './domain/area/reuse.ts';
import { changed } from './domain/project/change.ts';
import { register } from './domain/project/register.ts';
import type { Project } from './domain/project/project.ts';
import { areaStore } from './stores/areas.ts';
import { projectStore } from './stores/projects.ts';

const engine = engineForTests();
const at = new Date('2026-08-03T01:00:00Z');
const [first, second] = [uuid(1, 1), uuid(1, 2)];
const publisher = { service: 'agency', district: 'gulou', newId: () => crypto.randomUUID() };
const actor = staffActor('officer');
const cause = { actor, office: 'gulou/officer', correlationId: 'x', causationId: 'x', at };
const reuseOf = (areaId: string, ...kinds: readonly string[]): Reuse => ({
  areaId,
  saved: kinds.map((evaluation) => ({ evaluation, items: 1, days: 10 })),
});

const row = (evaluation: string) => ({ evaluation, projects: 1, items: 1, days: 10 });

test.each(engine.tables)('what a project reuses is counted with its own act over %s', async (_, create) => {
  const table = await create();
  const [projects, areas] = [projectStore(table, publisher), areaStore(table, publisher)];
  const investor = { partyId: 'p_investor', ...projectInput.investor };
  const begun = register({ ...projectInput, id: uuid(1, 9), investor }, at);
  await projects.save(begun, cause);
  let found: Project = begun.project;
  const reuse = async (was: Reuse | undefined, is: Reuse | undefined) => {
    const area = is && { id: is.areaId, since: '2026-08-03' };
    const change = changed(found, is ? 'enter-area' : 'leave-area', { area });
    if (!change) throw new Error('the act is not allowed');
    await projects.save({ ...change, reuse: { was, is } }, cause);
    found = change.project;
  };
  const counted = async (areaId: string) => reuseShown(await areas.countsOf(areaId), ['eia', 'soil']);
  const [one, other, moved] = [reuseOf(first, 'eia'), reuseOf(first, 'eia', 'soil'), reuseOf(second, 'soil')];

  await reuse(undefined, one);
  expect(await counted(first)).toEqual({ projects: 1, evaluations: [row('eia')] });
  await reuse(one, other);
  expect(await counted(first)).toEqual({ projects: 1, evaluations: [row('eia'), row('soil')] });
  expect(await areas.savedFor(first, found.id)).toEqual(other.saved);
  await reuse(other, moved);
  expect(await counted(first)).toEqual({ projects: 0, evaluations: [] });
  expect(await counted(second)).toEqual({ projects: 1, evaluations: [row('soil')] });
  await reuse(moved, undefined);
  expect(await counted(second)).toEqual({ projects: 0, evaluations: [] });
  expect(await areas.savedFor(second, found.id)).toBeUndefined();
});
