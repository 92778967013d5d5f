import { yuanOf } from '../../../services/payments/channels/yuan.ts';

/** Fen as yuan, also below zero. */
export const signedYuan = (fen: number): string => (fen < 0 ? `-${yuanOf(-fen)}` : yuanOf(fen));

/** A fee as WeChat writes it: five decimals, the last three of them nothing. */
export const feeYuan = (fen: number): string => `${signedYuan(fen)}000`;
