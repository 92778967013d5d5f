/** So many last bytes tell whether a picture came whole. */
export const pictureTailBytes = 4096;

const iend = '\x00\x00\x00\x00IEND\xaeB`\x82';

/** Whether a picture ends as its format has it; some cameras add bytes of their own behind that. */
export function isWholePicture(family: 'jpeg' | 'png', tail: Uint8Array): boolean {
  const text = Buffer.from(tail.buffer, tail.byteOffset, tail.byteLength).toString('latin1');
  return text.includes(family === 'jpeg' ? '\xff\xd9' : iend);
}
