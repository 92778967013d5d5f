import { beforeEach, expect, test } from 'vitest';
import { fakeHttpDeps, type FakeHttpDeps } from '#shared/http.fake';
import { tickHandler } from '#shared/tick';

const fail = async () => {
  throw new RangeError('of 张三');
};
let deps: FakeHttpDeps;
let tick: ReturnType<typeof tickHandler>;
beforeEach(() => {
  deps = fakeHttpDeps();
  const count = async () => {
    await deps.table.get({ pk: 'a', sk: 'b' });
    return { Found: 3 };
  };
  tick = tickHandler({ count, fail }, deps);
});

test('the act that the schedule names is run, and its result measured', async () => {
  await tick({ act: 'count' });
  expect(deps.table.calls).toEqual(['GetItem']);
  expect(deps.log.lines).toMatchObject([{ level: 'info', fields: { route: 'count' }, measures: { Found: 3 } }]);
});

test('an act that fails fails the invocation, with a line that does not quote the error', async () => {
  await expect(tick({ act: 'fail' })).rejects.toThrow(RangeError);
  expect(deps.log.lines).toMatchObject([
    { level: 'error', fields: { route: 'fail', error: 'RangeError' }, measures: { TickFaults: 1 } },
  ]);
  expect(JSON.stringify(deps.log.lines)).not.toMatch(/张三/);
});

test.each([{ act: 'none' }, { act: 'toString' }, { act: '__proto__' }, {}, undefined])(
  'a schedule that names no act of the service is a fault: %o',
  async (input) => {
    await expect(tick(input)).rejects.toThrow();
  },
);
