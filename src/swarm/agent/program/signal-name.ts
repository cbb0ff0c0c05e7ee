/** `SIGTERM`, `15`, `TERM` … as `TERM`. */
export function signalName(signal: string): string {
  const name = signal.toUpperCase().replace(/^SIG/, '');
  const numbers: { readonly [number: string]: string } = {
    0: 'EXIT',
    1: 'HUP',
    2: 'INT',
    3: 'QUIT',
    9: 'KILL',
    10: 'USR1',
    12: 'USR2',
    15: 'TERM',
    17: 'CHLD',
    18: 'CONT',
    19: 'STOP',
    28: 'WINCH',
  };
  return numbers[name] ?? name;
}

/** The number of `SIGTERM`, `15`, `TERM` …; 15 for what is no signal. */
export function signalNumber(signal: string): number {
  const numbers: { readonly [name: string]: number } = {
    HUP: 1,
    INT: 2,
    QUIT: 3,
    KILL: 9,
    USR1: 10,
    USR2: 12,
    TERM: 15,
    CHLD: 17,
    CONT: 18,
    STOP: 19,
    WINCH: 28,
  };
  return numbers[signalName(signal)] ?? (Number.parseInt(signal, 10) || 15);
}
