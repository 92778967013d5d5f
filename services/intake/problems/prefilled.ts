import { problem } from '#shared/problem';

export const prefilledLapsed = problem('prefilled-lapsed', 409, [
  '预填这些内容所依据的证照已不再有效，请核对后修改；内容仍然属实的，保存时予以确认（confirmed）。',
  'The licence from which this was filled in is in force no more: change it, or confirm it as you save (`confirmed`).',
]);
