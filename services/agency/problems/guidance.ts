import { problem } from '#shared/problem';

export const notCarried = problem('not-carried', 409, [
  '该项目不由您代办。',
  'This project is carried by another officer, or by none.',
]);
