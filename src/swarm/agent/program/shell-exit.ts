/** The shell ends with this code; thrown out of whatever it runs. */
export class ShellExit {
  constructor(readonly code: number) {}
}
