import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readWhole } from './read-whole.fixture.ts';
import { readerOf } from './readers.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { wechatHeader } from './wechat-bill.ts';

test.each(['wechat', 'bank'])('what is no file of %s at all is refused as a whole', async (channel) => {
  await expect(readWhole(channel, '<html>not found</html>\n')).rejects.toThrow(UnreadableFile);
  await expect(readWhole(channel, '')).rejects.toMatchObject({ why: 'header' });
  await expect(readWhole(channel, 'x'.repeat(1_100_000), 65_536)).rejects.toMatchObject({ why: 'line-too-long' });
});

test('a bill of WeChat that ends before its sums is cut off, and one whose gzip is broken is none', async () => {
  const text = `${wechatHeader}\r\n`;
  await expect(readWhole('wechat', text)).rejects.toMatchObject({ why: 'cut-off' });
  await expect(readWhole('wechat', gzipSync(text).subarray(0, -5))).rejects.toMatchObject({ why: 'not-a-gzip' });
});

test('who stops reading a packed file early, because it is none of its format, ends with that alone', async () => {
  const long = Buffer.from(Array.from({ length: 200_000 }, (_, n) => String((n * 7919) % 10_007)).join('\n'));
  await expect(readWhole('wechat', gzipSync(long), 4096)).rejects.toMatchObject({ why: 'header' });
});

test('a file that cannot be fetched to its end is not said to be unreadable', async () => {
  const packed = gzipSync(`${wechatHeader}\r\n`);
  async function* cutOff() {
    yield packed.subarray(0, 20);
    throw new Error('socket hang up');
  }
  const read = async () => {
    for await (const one of readerOf('wechat')?.(cutOff()) ?? []) expect(one).toBeUndefined();
  };
  await expect(read()).rejects.toThrow('socket hang up');
});

test('there is no reader of a channel that writes no statements', () => {
  expect(readerOf('sandbox')).toBeUndefined();
});
