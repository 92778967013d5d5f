import { expect, test } from 'vitest';
import { messages } from '#shared/locale';
import { text } from '#shared/text';

test.each([
  [60, ' 示例 ', true],
  [60, '示例\n公司', false],
  [120, '示例\t公司', false],
  [200, '第一行\n\t第二行', true],
  [200, '张\u200B三', false],
  [60, '   ', false],
])('a text of at most %i characters, %j: %s', (max, value, fits) => {
  const { success, error } = text(max).safeParse(value, { error: messages.zh });
  expect(success).toBe(fits);
  for (const { message } of error?.issues ?? []) expect(message).toMatch(/\p{Script=Han}/u);
});
