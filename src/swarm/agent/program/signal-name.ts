/** The signals of Linux from 1 on, as they are numbered on x86-64 and ARM. */
const SIGNALS =
  'HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS'.split(
    ' ',
  );
const OTHER_NAMES: { readonly [name: string]: string } = { CLD: 'CHLD', IOT: 'ABRT', POLL: 'IO' };
/** Real-time signals: RTMIN is 34, RTMAX 64. */
const REAL_TIME = /^RT(?:MIN(?:\+([1-9]|1[0-5]))?|MAX(?:-([1-9]|1[0-4]))?)$/;

/** `SIGTERM`, `15`, `TERM` … as `TERM`. */
export function signalName(signal: string): string {
  const name = signal.toUpperCase().replace(/^SIG/, '');
  if (/^\d+$/.test(name)) return name === '0' ? 'EXIT' : (SIGNALS[Number(name) - 1] ?? name);
  return OTHER_NAMES[name] ?? name;
}

/** The number of `SIGTERM`, `15`, `TERM` …; 15 for what is no signal. */
export function signalNumber(signal: string): number {
  return numberOf(signal) ?? (Number.parseInt(signal, 10) || 15);
}

/** Whether an engine takes this for a signal: a name that Linux knows, or any number but 0 (moby/sys/signal ParseSignal). */
export function isSignal(signal: string): boolean {
  return /^[-+]?\d+$/.test(signal) ? Number(signal) !== 0 : numberOf(signal) !== undefined;
}

/** Whether Linux has a signal of this number that programs may use. */
export function isLinuxSignal(number: number): boolean {
  return (number >= 1 && number <= SIGNALS.length) || (number >= 34 && number <= 64);
}

function numberOf(signal: string): number | undefined {
  const name = signalName(signal);
  const at = SIGNALS.indexOf(name);
  if (at >= 0) return at + 1;
  const [whole, above, below] = REAL_TIME.exec(name) ?? [];
  if (whole === undefined) return undefined;
  return whole.startsWith('RTMIN') ? 34 + Number(above ?? 0) : 64 - Number(below ?? 0);
}
