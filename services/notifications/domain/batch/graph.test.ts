import { describe, expect, test } from 'vitest';
import { batchGraph, batchState, batchStep, isOver, type BatchAct, type BatchState } from './graph.ts';

/** Where a batch can come to by these acts, from where it begins. */
function reached(from: readonly BatchState[], without: readonly BatchAct[] = []): Set<BatchState> {
  const found = new Set<BatchState>(from);
  for (const state of found) {
    for (const arrow of batchGraph) {
      if (!without.includes(arrow.act) && arrow.from.includes(state)) found.add(arrow.to);
    }
  }
  return found;
}

describe('the graph of a batch', () => {
  test('leads to every state, whether its rows come with it or as a file', () => {
    expect([...reached(['awaiting-file'])].toSorted()).toEqual([...batchState.options].toSorted());
  });

  test('has no way to sending but by another person’s approval', () => {
    expect(reached(['awaiting-file', 'to-approve'], ['approve'])).not.toContain('sending');
    expect(batchGraph.filter(({ act }) => act === 'approve').flatMap(({ who }) => who)).toEqual(['publisher']);
  });

  test('lets nothing go on that is over, and ends whatever is not', () => {
    const over = batchState.options.filter(isOver);
    expect(over).toEqual(['invalid', 'done', 'cancelled', 'lapsed', 'stopped']);
    const ended = batchState.options.filter((state) => !isOver(state)).map((state) => batchStep(state, 'cancel'));
    expect(new Set(ended)).toEqual(new Set(['cancelled']));
  });

  test('names one way for an act from a state', () => {
    const ways = batchGraph.flatMap(({ act, from }) => from.map((state) => `${act} ${state}`));
    expect(new Set(ways).size).toBe(ways.length);
  });
});
