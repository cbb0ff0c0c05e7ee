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
