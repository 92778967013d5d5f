/** Under which cash on its way to the bank stands: a name, which every start reads, apart from the acts that few need. */
export const cashChannel = 'counter-cash';
