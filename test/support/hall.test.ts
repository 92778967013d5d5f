import { expect, test } from 'vitest';
import { openHall } from './hall.ts';

test.each(['http://127.0.0.1:1/fuzhou/v1', 'nonsense', 'data:application/json,{}#'])(
  'an address that is no city set is named in one line: %s',
  async (base) => {
    await expect(openHall(base, async () => 'token')).rejects.toThrow(
      `${base}/districts does not answer as the directory of a city set`,
    );
  },
);
