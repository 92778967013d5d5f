import { expect, test } from 'vitest';
import { tell, Unexpected } from './story.ts';

function listener() {
  const lines: string[] = [];
  return { lines, story: tell((line) => lines.push(line.replace(/\d+ ms/, 'n ms'))) };
}

test('a step that is as expected is a line with its time, and gives on what it came to', async () => {
  const { lines, story } = listener();
  expect(await story.step('the first', async () => 1, Boolean)).toBe(1);
  expect(await story.step('the second', async () => 'two', Boolean)).toBe('two');
  expect(lines).toEqual(['  ✓  1  the first  (n ms)', '  ✓  2  the second  (n ms)']);
});

test('a step that is not as expected ends the story with what came instead', async () => {
  const { lines, story } = listener();
  const asked = story.step(
    'the decision',
    async () => ({ status: 409 }),
    ({ status }) => status === 200,
  );
  await expect(asked).rejects.toThrow(Unexpected);
  expect(lines).toEqual(['  ✗  1  the decision: {"status":409}']);
});

test('a step that fails, as where nobody answers, ends the story in the same way', async () => {
  const { lines, story } = listener();
  const asked = story.step('the guide', () => Promise.reject(new Error('fetch failed')), Boolean);
  await expect(asked).rejects.toThrow(Unexpected);
  expect(lines).toEqual(['  ✗  1  the guide: fetch failed']);
});

test('an answer of another shape than the step looks into is shown, not what broke on it', async () => {
  const { lines, story } = listener();
  const asked = story.step(
    'the list',
    async () => ({ status: 404 }),
    () => JSON.parse('no list'),
  );
  await expect(asked).rejects.toThrow(Unexpected);
  expect(lines).toEqual(['  ✗  1  the list: {"status":404}']);
});
