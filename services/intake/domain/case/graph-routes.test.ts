import { expect, test } from 'vitest';
import { routes } from '../../api.ts';
import { acts, graph, type Act } from './graph.ts';

const pathOf = (act: Act) => {
  const below = `/intake/applications/{id}`;
  if (act === 'edit') return below;
  const onTask = graph.some((one) => one.act === act && one.on === 'task');
  return onTask ? `${below}/tasks/{n}/${act.replace('give-', '')}` : `${below}/${act}`;
};
const byPeople = acts.filter((act) => graph.some((one) => one.act === act && one.who.some((who) => who !== 'clock')));

test.each(byPeople)('the route of %s is open to exactly those whom the graph lets', (act) => {
  const found = routes.find((one) => one.method !== 'GET' && one.path === pathOf(act));
  const open = (found?.may ?? []).flatMap((one): readonly string[] => (one.who === 'staff' ? one.roles : [one.who]));
  expect(new Set(open)).toEqual(new Set(graph.filter((one) => one.act === act).flatMap(({ who }) => who)));
});
