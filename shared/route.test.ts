import { describe, expect, it } from 'vitest';
import { publicScope } from './access.ts';
import { onDemand, type Call } from './route.ts';

const call: Call<{ q: string }> = {
  params: {},
  query: { q: 'x' },
  body: undefined,
  ifMatch: 0,
  language: 'zh',
  scope: publicScope,
  cause: { at: new Date(0), actor: publicScope.actor, office: 'public', correlationId: '1', causationId: '1' },
  sent: { from: '192.0.2.1', headers: {}, bytes: () => Buffer.alloc(0) },
};

/** A function that says what it was given, and how often it was loaded and bound. */
function counted() {
  const times = { loaded: 0, bound: 0 };
  const run = onDemand(async () => {
    times.loaded += 1;
    return ({ name }: { name: string }) => {
      times.bound += 1;
      return async ({ query }: Call<{ q: string }>) => ({ status: 200, body: `${name} ${query.q}` });
    };
  });
  return { run, times };
}

describe('a function on demand', () => {
  it('is not loaded before its first call', async () => {
    const { run, times } = counted();
    const act = run({ name: 'it' });
    expect(times).toEqual({ loaded: 0, bound: 0 });

    expect(await act(call)).toEqual({ status: 200, body: 'it x' });
    expect(times).toEqual({ loaded: 1, bound: 1 });
  });

  it('is bound once, however many call it at once', async () => {
    const { run, times } = counted();
    const act = run({ name: 'it' });
    await Promise.all([act(call), act(call)]);
    await act(call);
    expect(times.bound).toBe(1);
  });

  it('that does not load fails the call, and is tried again by the next', async () => {
    let broken = true;
    const act = onDemand(async () => {
      if (broken) throw new Error('no such file');
      return () => async () => ({ status: 204 });
    })({});
    await expect(act(call)).rejects.toThrow('no such file');
    broken = false;
    expect(await act(call)).toEqual({ status: 204 });
  });
});
